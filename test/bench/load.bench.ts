import { connect } from 'node:net';
import type { BenchRequest, LoadOrder, LoadReport } from './messages';

/**
 * The load generator, a process of its own. It writes HTTP/1.1 by hand on kept-alive connections and reads no more of an answer
 * than where it ends, so that it is not what is measured.
 */
process.on('message', (order: LoadOrder) => {
  void load(order).then((report) => process.send?.(report));
});

const longestMs = 60_000;

interface Tally {
  readonly startedAt: number;
  answered: number;
  bytes: number;
  readonly times: number[];
  readonly statuses: Map<string, number>;
}

async function load(order: LoadOrder): Promise<LoadReport> {
  const begin = performance.now();
  const tally: Tally = { startedAt: begin + order.warmUpMs, answered: 0, bytes: 0, times: [], statuses: new Map() };
  const endsAt = tally.startedAt + order.durationMs;
  await Promise.all(order.sequences.map((sequence) => playOn(order, sequence, tally, endsAt)));
  const tookMs = performance.now() - tally.startedAt;
  const times = tally.times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    answered: tally.answered,
    tookMs,
    perSecond: (tally.answered * 1000) / tookMs,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    bytes: tally.bytes,
    statuses: Object.fromEntries(tally.statuses),
  };
}

const written = (request: BenchRequest, order: LoadOrder): Buffer => {
  const body = request.body ?? '';
  const head = [
    `${request.method} ${request.path} HTTP/1.1`,
    `Host: 127.0.0.1:${order.port}`,
    `Authorization: Bearer ${order.token}`,
    'Accept: application/scim+json',
    ...(request.body === undefined ? [] : ['Content-Type: application/scim+json', `Content-Length: ${Buffer.byteLength(body)}`]),
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
};

let numbers = 0;

function numbered(request: BenchRequest, order: LoadOrder): Buffer {
  numbers += 1;
  return written({ ...request, body: (request.body ?? '').replaceAll('{n}', String(order.firstNumber + numbers)) }, order);
}

function playOn(order: LoadOrder, sequence: readonly BenchRequest[], tally: Tally, endsAt: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fixed = sequence.map((request) => (request.body?.includes('{n}') === true ? null : written(request, order)));
    const nextRequest = (index: number): Buffer => fixed[index] ?? numbered(sequence[index] as BenchRequest, order);
    const socket = connect({ host: '127.0.0.1', port: order.port, noDelay: true });
    let at = 0;
    let sentAt = 0;
    const sendNext = (): void => {
      sentAt = performance.now();
      if (sentAt >= endsAt && (tally.answered >= order.atLeast || sentAt >= endsAt + longestMs)) {
        socket.end();
        return;
      }
      socket.write(nextRequest(at % sequence.length));
      at += 1;
    };
    const reader = answerReader((status, bytes) => {
      const now = performance.now();
      if (sentAt >= tally.startedAt) {
        tally.answered += 1;
        tally.bytes += bytes;
        tally.times.push(now - sentAt);
        tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1);
      }
      sendNext();
    });
    socket.on('connect', sendNext);
    socket.on('data', reader);
    socket.on('error', reject);
    socket.on('close', () => resolve());
  });
}

const headEnd = Buffer.from('\r\n\r\n');
const lastChunk = Buffer.from('0\r\n\r\n');

/** Finds the end of each answer: by its length, by its last chunk, or at once where there is no body (RFC 9112 section 6.3). */
function answerReader(onAnswer: (status: string, bytes: number) => void): (data: Buffer) => void {
  let head: Buffer | null = null;
  let status = '';
  let left = -1;
  let tail: Buffer = Buffer.alloc(0);
  let bytes = 0;
  return (data) => {
    bytes += data.length;
    let body: Buffer = data;
    if (left === -1) {
      head = head === null ? data : Buffer.concat([head, data]);
      const end = head.indexOf(headEnd);
      if (end < 0) return;
      const text = head.toString('latin1', 0, end);
      status = text.slice(9, 12);
      const length = /\r\ncontent-length: *(\d+)/i.exec(text)?.[1];
      body = head.subarray(end + 4);
      head = null;
      left = length !== undefined ? Number(length) : status === '204' || status === '304' ? 0 : -2;
      tail = Buffer.alloc(0);
    }
    if (left === -2) {
      tail = Buffer.concat([tail.subarray(-5), body.subarray(-5)]).subarray(-5);
      if (!tail.equals(lastChunk)) return;
      left = 0;
    } else left -= body.length;
    if (left > 0) return;
    const size = bytes;
    left = -1;
    bytes = 0;
    onAnswer(status, size);
  };
}
