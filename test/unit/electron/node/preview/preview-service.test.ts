import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PreviewService } from '../../../../../electron/node/preview/preview-service';
import { buildWorker } from '../threads/build-worker';
import { bytesOf, must } from './open-desks';

const workspaceId = 'w1';
let workerSource = '';
let folder = '';
const opened: PreviewService[] = [];

beforeAll(async () => {
  workerSource = await buildWorker('preview-worker');
}, 60_000);

afterEach(async () => {
  for (const service of opened.splice(0)) await service.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(sources: readonly string[], workspacesFolder?: string) {
  folder = workspacesFolder ?? (await mkdtemp(join(tmpdir(), 'scim-preflight-preview-')));
  const heard = { stopped: [] as string[], faults: [] as string[], progress: 0, starts: 0 };
  const service = new PreviewService({
    source: () => {
      heard.starts += 1;
      return sources[Math.min(heard.starts, sources.length) - 1] as string;
    },
    workspacesFolder: folder,
    progress: () => {
      heard.progress += 1;
    },
    stopped: (reason) => heard.stopped.push(reason),
    fault: (question) => heard.faults.push(question),
    trouble: () => undefined,
  });
  opened.push(service);
  return { service, heard, workspacesFolder: folder };
}

async function importPeople(service: PreviewService, people: number): Promise<void> {
  const rows = Array.from({ length: people }, (_, at) => `p${at}@acme.example,P,${at},g${at % 7};all`);
  const bytes = bytesOf(['email,firstname,lastname,groups', ...rows].join('\n'));
  const reading = must(await service.ask('roster:read', { workspaceId, name: 'people.csv', parts: [bytes] }));
  if (reading.kind !== 'read') throw new Error(reading.kind);
  must(await service.ask('roster:adopt', { workspaceId, offerId: reading.roster.offerId }));
}

describe('the preview in its worker', () => {
  it('keeps a roster on disk and makes a plan from it', async () => {
    const { service } = await open([workerSource]);
    await importPeople(service, 20);
    const outcome = must(await service.ask('preview:run', { workspaceId }));
    expect(outcome.kind === 'done' && outcome.run.summary.usersCreated).toBe(20);
  });

  it('answers other questions and hears a cancel while it plans', async () => {
    const { service, heard } = await open([workerSource]);
    await importPeople(service, 40_000);
    const running = service.ask('preview:run', { workspaceId });
    expect(must(await service.ask('preview:view', { workspaceId })).running).toBe(true);
    must(await service.ask('preview:cancel', { workspaceId }));
    expect(must(await running)).toEqual({ kind: 'cancelled' });
    expect(heard.progress).toBeGreaterThan(0);
  });

  it('answers what was open when the worker stops, says so, and starts another with all that was kept', async () => {
    const stopsAtOnce = "require('node:worker_threads').parentPort.on('message', () => process.exit(3));";
    const before = await open([workerSource]);
    await importPeople(before.service, 5);
    await before.service.close();
    const { service, heard } = await open([stopsAtOnce, workerSource], before.workspacesFolder);
    const answers = await Promise.all([service.ask('preview:view', { workspaceId }), service.ask('roster:view', { workspaceId })]);
    expect(answers.map((answer) => (answer.ok ? null : answer.error.code))).toEqual(['preview-stopped', 'preview-stopped']);
    expect(heard.stopped).toHaveLength(1);
    const again = must(await service.ask('preview:view', { workspaceId }));
    expect(again.roster?.people).toBe(5);
    expect(heard.starts).toBe(2);
  });

  it('answers with an error where the worker fails in a way that was not foreseen, and goes on', async () => {
    const fails = `const { parentPort } = require('node:worker_threads');
      parentPort.on('message', ({ id }) => parentPort.postMessage({ kind: 'fault', id, message: 'boom' }));`;
    const { service, heard } = await open([fails]);
    const answer = await service.ask('preview:view', { workspaceId });
    expect(answer.ok ? null : answer.error.code).toBe('preview-fault');
    expect(heard.faults).toEqual(['preview:view']);
    expect(heard.stopped).toEqual([]);
  });
});
