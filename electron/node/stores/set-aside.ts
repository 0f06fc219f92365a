import { existsSync, renameSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';

/** `workspace.json` → `workspace.corrupt-2026-11-24T08-05-00-000Z.json` beside it, never over another file. Answers where it went. */
export function setAside(path: string, at: Date): string {
  const { name, ext } = parse(path);
  const stamp = at.toISOString().replace(/[:.]/g, '-');
  for (let attempt = 0; ; attempt += 1) {
    const target = join(dirname(path), `${name}.corrupt-${stamp}${attempt === 0 ? '' : `-${attempt}`}${ext}`);
    if (existsSync(target)) continue;
    renameSync(path, target);
    return target;
  }
}
