import { writeSync } from 'node:fs';
import { z } from 'zod';
import { openElectronRecord } from '../../electron/shell/stores/electron-record-file';
import { openFileProfile } from './file-profile';
import { must } from './profile';

/**
 * Writes until it is killed: a value of the first workspace at every turn, by electron-store, and a document of changing length. After each
 * value it says so on stdout: from then on that value must survive. `node restless-writer.cjs FOLDER FIRST`.
 */
const [folder = '', first = '0'] = process.argv.slice(2);

export const restlessDocument = { name: 'restless', schema: z.object({ number: z.number(), filling: z.string() }) } as const;

async function writeOn(): Promise<never> {
  const { workspaces, guide, documents } = openFileProfile(folder, openElectronRecord);
  const id = workspaces.view().activeId ?? must(workspaces.create('Acme')).activeId ?? '';
  for (let number = Number(first); ; number += 1) {
    must(await guide.setValue(id, 'display-label', String(number)));
    writeSync(1, `${number}\n`);
    must(await documents.of(id).write(restlessDocument, { number, filling: 'x'.repeat((number * 7919) % 200_000) }));
  }
}

void writeOn();
