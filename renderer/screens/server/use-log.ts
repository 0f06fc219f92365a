import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../shared/app-error';
import type { LogRow } from '../../../shared/ipc/server';
import { invoke, subscribe } from '../../bridge';

interface Log {
  /** Newest first, as far as they were scrolled to. */
  readonly rows: readonly LogRow[];
  readonly total: number;
  readonly nextBefore: number | null;
  readonly error: AppError | null;
  readonly loaded: boolean;
}

const empty: Log = { rows: [], total: 0, nextBefore: null, error: null, loaded: false };
const pageSize = 200;

/**
 * The log that matches an expression: live at its head, older pages when they are scrolled to. While it is paused, what is new is
 * only counted.
 */
export function useLog(workspaceId: string, expression: string, live: boolean) {
  const [log, setLog] = useState<Log>(empty);
  const [unseen, setUnseen] = useState(false);
  const generation = useRef(0);
  const busy = useRef<{ more: boolean; head: 'idle' | 'loading' | 'again' }>({ more: false, head: 'idle' });

  const page = useCallback(
    async (before: number | null) => {
      const answer = await invoke('server:log', { workspaceId, expression, before, limit: pageSize });
      return answer;
    },
    [workspaceId, expression],
  );

  const reload = useCallback(async () => {
    generation.current += 1;
    const mine = generation.current;
    setUnseen(false);
    const answer = await page(null);
    if (mine !== generation.current) return;
    if (answer.ok) setLog({ ...answer.value, error: null, loaded: true });
    else setLog((log) => ({ ...log, error: answer.error, loaded: true }));
  }, [page]);

  /** New rows go in front; when more came than one page holds, the list begins anew. */
  const loadHead = useCallback(async () => {
    if (busy.current.head !== 'idle') {
      busy.current.head = 'again';
      return;
    }
    const mine = generation.current;
    do {
      busy.current.head = 'loading';
      const answer = await page(null);
      if (mine !== generation.current || !answer.ok) break;
      const { rows, total, nextBefore } = answer.value;
      setLog((log) => {
        const newest = log.rows[0]?.id ?? 0;
        const fresh = rows.filter(({ id }) => id > newest);
        const shrunk = (rows[0]?.id ?? 0) < newest || total < log.total;
        if (shrunk || fresh.length === rows.length) return { rows, total, nextBefore, error: null, loaded: true };
        return fresh.length === 0 ? { ...log, total } : { ...log, rows: [...fresh, ...log.rows], total };
      });
    } while ((busy.current.head as string) === 'again');
    busy.current.head = 'idle';
  }, [page]);

  const loadMore = useCallback(async () => {
    if (busy.current.more || log.nextBefore === null) return;
    busy.current.more = true;
    const mine = generation.current;
    const answer = await page(log.nextBefore);
    busy.current.more = false;
    if (mine !== generation.current || !answer.ok) return;
    const { rows, nextBefore } = answer.value;
    setLog((log) => ({
      ...log,
      rows: [...log.rows, ...rows.filter(({ id }) => id < (log.rows.at(-1)?.id ?? Number.POSITIVE_INFINITY))],
      nextBefore,
    }));
  }, [page, log.nextBefore]);

  const change = useCallback((id: number, parts: Partial<LogRow>) => {
    setLog((log) => ({ ...log, rows: log.rows.map((row) => (row.id === id ? { ...row, ...parts } : row)) }));
  }, []);

  useEffect(() => {
    setLog(empty);
    busy.current = { more: false, head: 'idle' };
    void reload();
  }, [reload]);

  useEffect(
    () =>
      subscribe('server:changed', (told) => {
        if (told.workspaceId !== workspaceId) return;
        if (live) void loadHead();
        else setUnseen(true);
      }),
    [workspaceId, live, loadHead],
  );
  useEffect(() => {
    if (live) {
      setUnseen(false);
      void loadHead();
    }
  }, [live, loadHead]);

  return { log, unseen, reload, loadMore, change };
}
