import { connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createScimServer, type ScimServer } from '../../../../../electron/node/scim-server/scim-server';

const token = 'socket-test-token';
let server: ScimServer;
let port: number;

beforeAll(async () => {
  const made = createScimServer({ data: null, token, profile: 'vendor' });
  if (!made.ok) throw new Error(made.error.message);
  server = made.value;
  const listening = await server.listen(0);
  if (!listening.ok) throw new Error(listening.error.message);
  port = listening.value.port;
});

afterAll(() => server.close());

/** Sends raw text and gives what comes back until the server closes, or until `enough`. */
function talk(text: string, enough: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1');
    let received = '';
    socket.on('data', (chunk) => {
      received += String(chunk);
      if (enough.test(received)) socket.destroy();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(received));
    socket.write(text);
  });
}

const head = (method: string, path: string, ...lines: readonly string[]): string =>
  [`${method} ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, `Authorization: Bearer ${token}`, ...lines, '', ''].join('\r\n');

const getUsers = async (): Promise<number> =>
  (await fetch(`http://127.0.0.1:${port}/scim/v2/Users`, { headers: { Authorization: `Bearer ${token}` } })).status;

test('it listens on the loopback address alone', async () => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === 'IPv4' && !address.internal);
  if (outside === undefined) return expect(await getUsers()).toBe(200);
  await expect(
    new Promise((resolve, reject) => {
      const socket = connect(port, outside.address);
      socket.on('connect', () => {
        socket.destroy();
        resolve('connected');
      });
      socket.on('error', reject);
    }),
  ).rejects.toThrow('ECONNREFUSED');
});

test('a body that is announced as too large is answered 413 before any of it is sent', async () => {
  const answer = await talk(head('POST', '/scim/v2/Users', 'Content-Type: application/json', 'Content-Length: 1048577'), /"413"/);
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toMatch(/Connection: close/i);
});

test.each([
  ['is too large', 'Content-Length: 1048577', '413'],
  ['is packed', 'Content-Encoding: gzip', '415'],
  ['comes with a wrong token', 'Authorization: Bearer wrong', '401'],
])('who waits for 100 Continue is not asked for a body that %s (RFC 9110 section 10.1.1)', async (_name, line, status) => {
  const lines = ['Content-Type: application/json', 'Content-Length: 2', 'Expect: 100-continue'];
  const named = line.slice(0, line.indexOf(':'));
  const sent = head('POST', '/scim/v2/Users', ...lines, ...(named === 'Content-Encoding' ? [line] : []));
  const answer = await talk(sent.replace(new RegExp(`${named}: .*`), line), /"detail"/);
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(answer).toMatch(/Connection: close/i);
});

test('who waits for 100 Continue with a body that is wanted is told to go on, once', async () => {
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let received = '';
    socket.on('data', (chunk) => {
      const before = received;
      received += String(chunk);
      if (before === '') socket.write('{}');
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(received));
    const lines = ['Content-Type: application/json', 'Content-Length: 2', 'Expect: 100-continue', 'Connection: close'];
    socket.write(head('POST', '/scim/v2/Users', ...lines));
  });
  expect([...answer.matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => status)).toEqual(['100', '400']);
});

test('a second Host is refused (RFC 9112 section 3.2), a second token too', async () => {
  expect(await talk(head('GET', '/scim/v2/Users', 'Host: evil.example'), /"detail"/)).toMatch(/^HTTP\/1\.1 400 /);
  expect(await talk(head('GET', '/scim/v2/Users', 'Authorization: Bearer other'), /"detail"/)).toMatch(/^HTTP\/1\.1 401 /);
});

test('a body that turns out too large is answered 413 and not read on', async () => {
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
  const answer = await talk(
    head('POST', '/scim/v2/Users', 'Content-Type: application/json', 'Transfer-Encoding: chunked') + chunk.repeat(17),
    /"413"/,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
});

test.each([
  ['a foreign Host (DNS rebinding)', 'Host: evil.example', 421],
  ['a page of a browser', 'Origin: https://evil.example', 403],
])('%s is refused', async (_name, line, status) => {
  const lines = line.startsWith('Host') ? head('GET', '/scim/v2/Users').replace(/Host: .*/, line) : head('GET', '/scim/v2/Users', line);
  expect(await talk(lines, /"detail"/)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
});

test('more connections than are kept, that say nothing, or stop in the middle, keep nobody out', async () => {
  const idle = Array.from({ length: 1200 }, (_, at) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.on('connect', () => {
      if (at % 2 === 0) socket.write(head('POST', '/scim/v2/Users', 'Content-Length: 100').slice(0, at % 4 === 0 ? -4 : undefined));
    });
    return socket;
  });
  await Promise.all(
    idle.map(
      (socket) =>
        new Promise((resolve) => (socket.readyState === 'open' ? resolve(null) : socket.once('connect', resolve).once('close', resolve))),
    ),
  );
  expect(await getUsers()).toBe(200);
  for (const socket of idle) socket.destroy();
  expect(await getUsers()).toBe(200);
});

test('five hundred clients at once are all answered', async () => {
  const answers = await Promise.all(
    Array.from({ length: 500 }, () => talk(head('GET', '/scim/v2/Users?count=0', 'Connection: close'), /"totalResults"/)),
  );
  expect(answers.filter((answer) => !answer.startsWith('HTTP/1.1 200 '))).toEqual([]);
});

test('a client that goes away in the middle of its body leaves the server as it was', async () => {
  const socket = connect(port, '127.0.0.1');
  socket.write(`${head('POST', '/scim/v2/Users', 'Content-Type: application/json', 'Content-Length: 500')}{"userName":`);
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.destroy();
  expect(await getUsers()).toBe(200);
  expect(server.organisation().people.size).toBe(0);
});

test('HEAD answers as GET does, without the body', async () => {
  const answer = await talk(head('HEAD', '/scim/v2/Users', 'Connection: close'), /\r\n\r\n/);
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(answer).toMatch(/content-type: application\/scim\+json/i);
});

test.each([
  ['http://127.0.0.1/scim/v2/Users', 200],
  ['/scim/v2/Groups/../Users/', 200],
  ['/scim/v2/%55sers?count=0', 200],
  ['/scim/v2/Users/%E0%A4%A', 404],
  ['//127.0.0.1/scim/v2/Users', 404],
  ['/scim/v2x/Users', 404],
  ['/scim/v2', 404],
  ['/scim\\v2\\Users', 400],
  ['*', 400],
])('the address %s, as RFC 9112 section 3.2 and RFC 3986 section 6 read it, is answered %i', async (address, status) => {
  expect(await talk(head('GET', address, 'Connection: close'), /never/)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
});

test('requests sent in one piece are each answered, in their order', async () => {
  const paths = ['/scim/v2/Users', '/scim/v2/Nowhere', '/scim/v2/Groups', '/scim/v2/Users/1'];
  const sent = paths.map((path, at) => head('GET', path, ...(at === paths.length - 1 ? ['Connection: close'] : []))).join('');
  const answers = await talk(sent, /never/);
  expect([...answers.matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => status)).toEqual(['200', '404', '200', '404']);
});

test('a port in use is told, and another one can be tried', async () => {
  const other = createScimServer({ data: null, token, profile: 'vendor' });
  if (!other.ok) throw new Error(other.error.message);
  expect(await other.value.listen(port)).toMatchObject({ ok: false, error: { code: 'port-in-use' } });
  expect(await other.value.listen(0)).toMatchObject({ ok: true });
  await other.value.close();
});
