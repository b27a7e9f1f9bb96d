import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../test/fixture/hex.js';
import { utf8 } from '../wire/bytes.js';
import { type BinaryRequest, encodeRequest, maximumRequestLength } from './binary-request.js';
import { decodeResponse, maximumResponseLength } from './binary-response.js';
import { fieldOf } from './field.js';
import { MessageReader } from './message-reader.js';
import { MessageWriter } from './message-writer.js';

const refused = { code: 'malformed-binary-http' };
const simple: BinaryRequest = {
  method: 'GET',
  scheme: 'https',
  authority: 'phone.example',
  path: '/v1/conversations',
  fields: [],
  content: new Uint8Array(),
};

/** RFC 9292 section 5.1, of known length, without the two empty parts at its end. */
const requestExample = `
  0003474554056874747073000a2f68656c6c6f2e747874406c0a757365722d61
  67656e74346375726c2f372e31362e33206c69626375726c2f372e31362e3320
  4f70656e53534c2f302e392e376c207a6c69622f312e322e3304686f73740f77
  77772e6578616d706c652e636f6d0f6163636570742d6c616e67756167650665
  6e2c206d69`;

/** Section 5.2, of known length, with a trailer. */
const responseExample =
  '0140c8001d5468697320636f6e74656e7420636f6e7461696e732043524c462e0d0a0d07747261696c65720474657874';

/** Section 5.2, of indeterminate length, with two informational responses. */
const longResponseExample = fromHex(`
  0340660772756e6e696e670a22736c65657020313522004067046c696e6b233c
  2f7374796c652e6373733e3b2072656c3d7072656c6f61643b2061733d737479
  6c65046c696e6b243c2f7363726970742e6a733e3b2072656c3d7072656c6f61
  643b2061733d7363726970740040c804646174651d4d6f6e2c203237204a756c
  20323030392031323a32383a353320474d540673657276657206417061636865
  0d6c6173742d6d6f6469666965641d5765642c203232204a756c203230303920
  31393a31353a353620474d5404657461671422333461613338372d642d313536
  3865623030220d6163636570742d72616e6765730562797465730e636f6e7465
  6e742d6c656e67746802353104766172790f4163636570742d456e636f64696e
  670c636f6e74656e742d747970650a746578742f706c61696e003348656c6c6f
  20576f726c6421204d7920636f6e74656e7420696e636c756465732061207472
  61696c696e672043524c462e0d0a0000`);

describe('a binary request', () => {
  test('is written like the example of RFC 9292', () => {
    const request: BinaryRequest = {
      ...simple,
      authority: '',
      path: '/hello.txt',
      fields: [
        fieldOf('user-agent', 'curl/7.16.3 libcurl/7.16.3 OpenSSL/0.9.7l zlib/1.2.3'),
        fieldOf('host', 'www.example.com'),
        fieldOf('accept-language', 'en, mi'),
      ],
    };
    expect(toHex(encodeRequest(request))).toBe(toHex(fromHex(requestExample)));
  });

  test('keeps query, fields and content', () => {
    const request = { ...simple, path: '/a?b=%20&c', fields: [fieldOf('x', 'y')], content: utf8('{}') };
    expect(toHex(encodeRequest(request))).toBe(
      `${toHex(encodeRequest({ ...simple, path: '/a?b=%20&c' }))}0401780179027b7d`,
    );
  });

  test.each<Partial<BinaryRequest>>([
    { method: '' },
    { method: 'CONNECT' },
    { method: 'G T' },
    { scheme: '' },
    { scheme: '1a' },
    { authority: 'me@phone.example' },
    { authority: 'phone.example/' },
    { path: '' },
    { path: 'v1' },
    { path: '/a b' },
    { path: '/a#b' },
    { path: '/é' },
    { path: '*' },
    { fields: [fieldOf('host', 'other.example')] },
    { fields: [fieldOf('host', 'phone.example'), fieldOf('host', 'phone.example')] },
    { fields: [fieldOf('content-length', '3')], content: utf8('{}') },
    { fields: Array.from({ length: 65 }, () => fieldOf('a', 'b')) },
    { content: new Uint8Array(maximumRequestLength) },
  ])('is not written with %o', (part) => {
    expect(() => encodeRequest({ ...simple, ...part })).toThrow(expect.objectContaining(refused));
  });
});

describe('a field', () => {
  test.each([
    ['', ''],
    ['Host', 'x'],
    [':path', '/'],
    ['a b', ''],
    ['a', ' b'],
    ['a', 'b\t'],
    ['a', 'b\r\nc'],
    ['a', '\u0100'],
    ['connection', 'close'],
    ['transfer-encoding', 'chunked'],
    ['te', 'gzip'],
  ])('is refused: %j with %j', (name, value) => {
    expect(() => fieldOf(name, value)).toThrow(expect.objectContaining(refused));
  });

  test.each([
    ['te', 'trailers'],
    ['a', ''],
    ['a', 'b\tc \u00e9'],
  ])('is taken: %j with %j', (name, value) => {
    expect(fieldOf(name, value)).toEqual({ name, value });
  });
});

describe('a binary response', () => {
  test('is read like the examples of RFC 9292', () => {
    const short = decodeResponse(fromHex(responseExample));
    expect({ ...short, content: new TextDecoder().decode(short.content) }).toEqual({
      status: 200,
      fields: [],
      content: 'This content contains CRLF.\r\n',
    });
    const long = decodeResponse(longResponseExample);
    expect(long.fields.map(({ name }) => name).join()).toBe(
      'date,server,last-modified,etag,accept-ranges,content-length,vary,content-type',
    );
    expect(new TextDecoder().decode(long.content)).toBe(
      'Hello World! My content includes a trailing CRLF.\r\n',
    );
  });

  test('may end before a part and nowhere else', () => {
    const text = toHex(longResponseExample);
    const ends = ['0464617465', '3348656c6c6f'].map((part) => text.indexOf(part) / 2);
    ends.push(longResponseExample.length - 1);
    for (let length = 0; length < longResponseExample.length; length += 1) {
      const read = () => decodeResponse(longResponseExample.subarray(0, length));
      if (ends.includes(length)) expect(read().status).toBe(200);
      else expect(read, `${length} bytes`).toThrow(expect.objectContaining(refused));
    }
  });

  test('is read with the zeroes behind it, up to its longest', () => {
    const longest = new Uint8Array(maximumResponseLength);
    longest.set(fromHex(responseExample));
    expect(decodeResponse(longest).content.length).toBe(29);
    const longer = new Uint8Array(maximumResponseLength + 1);
    longer.set(fromHex(responseExample));
    expect(() => decodeResponse(longer)).toThrow(expect.objectContaining(refused));
  });

  test('reads integers that are longer than they need to be', () => {
    expect(decodeResponse(fromHex('4001c0000000000000c8')).status).toBe(200);
  });

  test.each([
    ['another indicator', '0040c8'],
    ['another indicator', '0240c8'],
    ['no final status', '014066'],
    ['a status of 99', '014063'],
    ['a status of 600', '014258'],
    ['a status beyond all numbers', '01ffffffffffffffff'],
    ['nine informational responses', `01${'406700'.repeat(9)}40cc`],
    ['a name in capitals', '0140c80401410162'],
    ['an empty name', '0140c803000162'],
    ['a line feed', '0140c8040161010a'],
    ['a pseudo-field', '0140c80b073a737461747573023230'],
    ['a pseudo-field in its trailers', '0140c800000b073a737461747573023230'],
    ['another length than its content', `0140c8${'11'}0e636f6e74656e742d6c656e6774680132${'03616263'}`],
    ['a field over the end of its section', '0140c80301610562'],
    ['a length of exbibytes', '0140c800ffffffffffffffff61'],
    ['padding that is not zero', '0140cc00000001'],
  ])('is refused with %s', (_, message) => {
    expect(() => decodeResponse(fromHex(message))).toThrow(expect.objectContaining(refused));
  });

  test('is malformed at most, whatever its bytes are', () => {
    for (let turn = 0; turn < 2000; turn += 1) {
      const bytes = crypto.getRandomValues(new Uint8Array(1 + (turn % 64)));
      bytes[0] = turn % 2 === 0 ? 1 : 3;
      try {
        decodeResponse(bytes);
      } catch (error) {
        expect(error).toMatchObject(refused);
      }
    }
  });
});

test.each([0, 63, 64, 16_383, 16_384, 2 ** 30 - 1])('an integer of %i is read as it was written', (value) => {
  const writer = new MessageWriter();
  writer.integer(value);
  const reader = new MessageReader(writer.toBytes());
  expect(reader.integer()).toBe(value);
  expect(reader.atEnd).toBe(true);
});
