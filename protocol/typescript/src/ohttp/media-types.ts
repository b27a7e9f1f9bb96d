/** RFC 9458 section 9.1: key configurations. */
export const keysMediaType = 'application/ohttp-keys';

/** Section 9.2: an encapsulated request. */
export const requestMediaType = 'message/ohttp-req';

/** Section 9.3: an encapsulated response. */
export const responseMediaType = 'message/ohttp-res';

/** Section 5.3: the problem whose cure is to fetch the key configurations again. */
export const keyProblemType = 'https://iana.org/assignments/http-problem-types#ohttp-key';
