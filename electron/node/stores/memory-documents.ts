import type { z } from 'zod';
import { ok } from '../../../shared/result';
import { checkShape } from './check-json';
import type { DocumentSpec, Documents, WorkspaceDocuments } from './documents';

/** The in-memory twin of `FileDocuments`: the same JSON round trip and schema check, no disk. */
export class MemoryDocuments implements Documents {
  private readonly texts = new Map<string, string>();
  private readonly listeners = new Set<(workspaceId: string, name: string) => void>();

  of(workspaceId: string): WorkspaceDocuments {
    const keyOf = (spec: DocumentSpec): string => `${workspaceId}/${spec.name}`;
    const told = (name: string): void => {
      for (const listener of this.listeners) listener(workspaceId, name);
    };
    return {
      read: async <S extends z.ZodType>(spec: DocumentSpec<S>) => {
        const text = this.texts.get(keyOf(spec));
        if (text === undefined) return ok(null);
        const json: unknown = JSON.parse(text);
        return checkShape(spec.migrate === undefined ? json : spec.migrate(json), spec.schema);
      },
      write: async (spec, value) => {
        this.texts.set(keyOf(spec), JSON.stringify(value));
        told(spec.name);
        return ok(null);
      },
      remove: async (spec) => {
        this.texts.delete(keyOf(spec));
        told(spec.name);
        return ok(null);
      },
    };
  }

  async stampOf(workspaceId: string, spec: DocumentSpec): Promise<string | null> {
    return this.texts.get(`${workspaceId}/${spec.name}`) ?? null;
  }

  onChange(listener: (workspaceId: string, name: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async settle(): Promise<void> {}
}
