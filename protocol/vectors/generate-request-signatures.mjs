// Writes request-signatures.json: RFC 9421 over Node's own crypto, sharing no code with either client or server.
// Run: node generate-request-signatures.mjs
import { createHash, createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';

const base64url = (bytes) => Buffer.from(bytes).toString('base64url');
const now = 1795255200; // seconds since 1970, the server's clock in every vector
const key = createHash('sha256').update('opstap request signature vectors: the session key').digest();
const otherKey = createHash('sha256').update('opstap request signature vectors: another key').digest();
const session = 'AQAAAABo8d4gvectors_session-text';
const order = ['@method', '@authority', '@path', '@query', 'content-digest'];
const conversation = 'cnv_0123456789ABCDEFGHJKMNPQR8';

const digestOf = (body) => `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;

function parts({ method, url, body = '', names = order, created = now, nonce = 'bm9uY2Utb2YtdmVjdG9ycw', keyid = session, alg = 'hmac-sha256', query, digest }) {
  const parsed = new URL(url);
  const contentDigest = digest ?? digestOf(Buffer.from(body));
  const values = {
    '@method': method,
    '@authority': parsed.host,
    '@path': parsed.pathname,
    '@query': query ?? (parsed.search === '' ? '?' : parsed.search),
    'content-digest': contentDigest,
    accept: 'application/json',
  };
  const nonceText = nonce === null ? '' : `;nonce="${nonce}"`;
  const createdText = created === null ? '' : `;created=${created}`;
  const params = `(${names.map((name) => `"${name}"`).join(' ')})${createdText}${nonceText};keyid="${keyid}";alg="${alg}"`;
  const base = [...names.map((name) => `"${name}": ${values[name]}`), `"@signature-params": ${params}`].join('\n');
  return { values, contentDigest, params, base };
}

function sign(request, secret = key, label = 'opstap') {
  const { contentDigest, params, base } = parts(request);
  const signature = createHmac('sha256', secret).update(base).digest('base64');
  return { contentDigest, signatureBase: base, signatureInput: `${label}=${params}`, signature: `${label}=:${signature}:` };
}

const requests = [
  ['a GET without query', { method: 'GET', url: 'https://phone.example/v1/conversations' }],
  ['a POST with a body', { method: 'POST', url: 'https://phone.example/v1/conversations', body: '{"programme":"prg_x"}' }],
  ['a query', { method: 'GET', url: `https://phone.example/v1/conversations/${conversation}/entries?after=0&limit=100` }],
  ['a query with escaped and special characters', { method: 'GET', url: "https://phone.example/v1/echo?q=caf%C3%A9%20%26+x;y=(1)*~-._!'&empty=&q=2" }],
  ['a question mark with nothing after it', { method: 'GET', url: 'https://phone.example/v1/conversations?' }],
  ['a port in the authority', { method: 'GET', url: 'http://127.0.0.1:8080/v1/events' }],
  ['the port of the scheme left out', { method: 'GET', url: 'https://phone.example:443/v1/events' }],
  ['a host in capitals', { method: 'GET', url: 'https://PHONE.Example/v1/events' }],
  ['an empty body of a PUT', { method: 'PUT', url: `https://phone.example/v1/conversations/${conversation}/fixed-contact` }],
  ['an empty object as body', { method: 'PUT', url: `https://phone.example/v1/conversations/${conversation}/fixed-contact`, body: '{}' }],
  ['a body beyond ASCII', { method: 'POST', url: 'https://phone.example/v1/echo', body: '{"text":"één – ✓"}' }],
  ['an escaped path', { method: 'GET', url: 'https://phone.example/v1/a%20b/%7Ec' }],
  ['the shortest and the longest nonce: 16', { method: 'GET', url: 'https://phone.example/v1/events', nonce: 'AbCdEf_-01234567' }],
  ['the shortest and the longest nonce: 64', { method: 'GET', url: 'https://phone.example/v1/events', nonce: 'a'.repeat(64) }],
  ['components in another order', { method: 'GET', url: 'https://phone.example/v1/events', names: [...order].reverse() }],
  ['a clock 60 seconds behind', { method: 'GET', url: 'https://phone.example/v1/events', created: now - 60 }],
];

const positive = requests.map(([name, request]) => ({
  name,
  method: request.method,
  url: request.url,
  body: base64url(request.body ?? ''),
  components: request.names ?? order,
  created: request.created ?? now,
  nonce: request.nonce ?? 'bm9uY2Utb2YtdmVjdG9ycw',
  ...sign(request),
}));

const plain = { method: 'POST', url: 'https://phone.example/v1/echo?a=1', body: '{"a":1}' };
const without = (name) => order.filter((each) => each !== name);
const changed = (name, problem, request, change = {}) => ({
  name,
  problem,
  method: plain.method,
  url: plain.url,
  body: base64url(plain.body),
  ...(({ contentDigest, signatureInput, signature }) => ({ contentDigest, signatureInput, signature }))(
    sign({ ...plain, ...request }, change.key, change.label),
  ),
  ...(change.sent ?? {}),
});

const signed = sign(plain);
const negative = [
  ...order.map((name) => changed(`${name} is not covered`, 'signature-invalid', { names: without(name) })),
  changed('one component more than the five', 'signature-invalid', { names: [...order, 'accept'] }),
  changed('a component covered twice', 'signature-invalid', { names: [...order, '@path'] }),
  changed('another algorithm', 'signature-invalid', { alg: 'hmac-sha512' }),
  changed('another key', 'signature-invalid', {}, { key: otherKey }),
  changed('another method than the signed one', 'signature-invalid', { method: 'PUT' }),
  changed('another authority than the signed one', 'signature-invalid', { url: 'https://team.example/v1/echo?a=1' }),
  changed('another path than the signed one', 'signature-invalid', { url: 'https://phone.example/v1/other?a=1' }),
  changed('another query than the signed one', 'signature-invalid', { url: 'https://phone.example/v1/echo?a=2' }),
  changed('an empty query value for no query', 'signature-invalid', { query: '' }, { sent: { url: 'https://phone.example/v1/echo' } }),
  changed('a body that the digest is not of', 'signature-invalid', {}, { sent: { body: base64url('{"a":2}') } }),
  changed('a digest by another algorithm', 'signature-invalid', { digest: `sha-512=:${createHash('sha512').update(plain.body).digest('base64')}:` }),
  changed('no digest header', 'signature-invalid', {}, { sent: { contentDigest: null } }),
  changed('no signature at all', 'signature-missing', {}, { sent: { signatureInput: null, signature: null } }),
  changed('a signature without its input', 'signature-invalid', {}, { sent: { signatureInput: null } }),
  changed('a label that the input does not have', 'signature-invalid', {}, { sent: { signature: signed.signature.replace('opstap=', 'other=') } }),
  changed('two signatures', 'signature-invalid', {}, {
    sent: {
      signatureInput: `${signed.signatureInput}, ${sign(plain, key, 'again').signatureInput}`,
      signature: `${signed.signature}, ${sign(plain, key, 'again').signature}`,
    },
  }),
  changed('a signature cut short', 'signature-invalid', {}, { sent: { signature: 'opstap=:AAAA:' } }),
  changed('a nonce of 15 characters', 'signature-invalid', { nonce: 'a'.repeat(15) }),
  changed('a nonce of 65 characters', 'signature-invalid', { nonce: 'a'.repeat(65) }),
  changed('a nonce with a character beyond base64url', 'signature-invalid', { nonce: 'aaaaaaaaaaaaaaa+' }),
  changed('no nonce', 'signature-invalid', { nonce: null }),
  changed('no created', 'signature-invalid', { created: null }),
  changed('created 61 seconds ago', 'clock-skew', { created: now - 61 }),
  changed('created 61 seconds ahead', 'clock-skew', { created: now + 61 }),
];

const file = { now, session, key: base64url(key), positive, negative };
writeFileSync(new URL('request-signatures.json', import.meta.url), `${JSON.stringify(file, null, 2)}\n`);
