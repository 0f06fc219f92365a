import type { Input } from '../../../shared/ipc/contract';
import type { fileRequests } from '../../../shared/ipc/file';
import type { organisationRequests } from '../../../shared/ipc/organisation';
import type { previewRequests } from '../../../shared/ipc/preview';
import type { rosterRequests } from '../../../shared/ipc/roster';
import type { PlanFormat } from '../../../shared/plan/render-plan';
import { ok } from '../../../shared/result';
import type { FilePart } from '../../node/preview/sent-file';
import type { QuestionInput } from '../../node/preview/worker-messages';
import { askWhere } from '../save-as';
import type { Services } from '../services';
import type { Handlers } from './handlers';

type Topic = keyof typeof fileRequests | keyof typeof rosterRequests | keyof typeof organisationRequests | keyof typeof previewRequests;

/** Roster, vendor's side and preview: the worker answers; only the dialogs that save are opened here, and files pass through in parts. */
export function previewHandlers({ preview, sent }: Services): Handlers<Topic> {
  /** The file goes with the question, its memory too: nothing is copied here. */
  const read = <Q extends 'roster:read' | 'organisation:import-scenario'>(question: Q, { workspaceId, name, fileId }: Input<Q>) => {
    const parts = sent.take(fileId);
    if (!parts.ok) return parts;
    const input = { workspaceId, name, parts: parts.value } as QuestionInput<Q>;
    return preview.ask(
      question,
      input,
      parts.value.map((part) => part.buffer),
    );
  };
  return {
    'file:part': ({ fileId, offset, bytes }) => sent.add(fileId, offset, bytes as FilePart),

    'roster:view': (input) => preview.ask('roster:view', input),
    'roster:people': (input) => preview.ask('roster:people', input),
    'roster:groups': (input) => preview.ask('roster:groups', input),
    'roster:read': (input) => read('roster:read', input),
    'roster:map-columns': (input) => preview.ask('roster:map-columns', input),
    'roster:adopt': (input) => preview.ask('roster:adopt', input),
    'roster:taken-back': (input) => preview.ask('roster:taken-back', input),
    'roster:undo': (input) => preview.ask('roster:undo', input),
    'roster:tick': (input) => preview.ask('roster:tick', input),

    'organisation:view': (input) => preview.ask('organisation:view', input),
    'organisation:entities': (input) => preview.ask('organisation:entities', input),
    'organisation:users': (input) => preview.ask('organisation:users', input),
    'organisation:groups': (input) => preview.ask('organisation:groups', input),
    'organisation:elsewhere': (input) => preview.ask('organisation:elsewhere', input),
    'organisation:edit': (input) => preview.ask('organisation:edit', input),
    'organisation:undo': (input) => preview.ask('organisation:undo', input),
    'organisation:redo': (input) => preview.ask('organisation:redo', input),
    'organisation:check-rules': (input) => preview.ask('organisation:check-rules', input),
    'organisation:try-rules': (input) => preview.ask('organisation:try-rules', input),
    'organisation:import-scenario': (input) => read('organisation:import-scenario', input),
    'organisation:export-scenario': async (input, { window }) => {
      const path = await askWhere(window(), { title: 'Save the scenario', fileName: 'scenario.json', kind: ['JSON', ['json']] });
      return path === null ? ok(null) : preview.ask('organisation:export-scenario', { ...input, path });
    },

    'preview:view': (input) => preview.ask('preview:view', input),
    'preview:choose': (input) => preview.ask('preview:choose', input),
    'preview:run': (input) => preview.ask('preview:run', input),
    'preview:cancel': (input) => preview.ask('preview:cancel', input),
    'preview:people': (input) => preview.ask('preview:people', input),
    'preview:person': (input) => preview.ask('preview:person', input),
    'preview:groups': (input) => preview.ask('preview:groups', input),
    'preview:entities': (input) => preview.ask('preview:entities', input),
    'preview:conflicts': (input) => preview.ask('preview:conflicts', input),
    'preview:refusals': (input) => preview.ask('preview:refusals', input),
    'preview:warnings': (input) => preview.ask('preview:warnings', input),
    'preview:group': (input) => preview.ask('preview:group', input),
    'preview:group-names': (input) => preview.ask('preview:group-names', input),
    'preview:picture': (input) => preview.ask('preview:picture', input),
    'preview:flows': (input) => preview.ask('preview:flows', input),
    'preview:what-if': (input) => preview.ask('preview:what-if', input),
    'preview:proof': (input) => preview.ask('preview:proof', input),
    'preview:what-if-undo': (input) => preview.ask('preview:what-if-undo', input),
    'preview:what-if-redo': (input) => preview.ask('preview:what-if-redo', input),
    'preview:what-if-clear': (input) => preview.ask('preview:what-if-clear', input),
    'preview:keep-scenario': (input) => preview.ask('preview:keep-scenario', input),
    'preview:open-scenario': (input) => preview.ask('preview:open-scenario', input),
    'preview:remove-scenario': (input) => preview.ask('preview:remove-scenario', input),
    'preview:compare': (input) => preview.ask('preview:compare', input),
    'preview:compared-people': (input) => preview.ask('preview:compared-people', input),
    'preview:export': async (input, { window }) => {
      const [kind, ending] = formats[input.format];
      const path = await askWhere(window(), { title: 'Save the plan', fileName: `plan.${ending}`, kind: [kind, [ending]] });
      return path === null ? ok(null) : preview.ask('preview:export', { ...input, path });
    },
    'preview:cancel-export': (input) => preview.ask('preview:cancel-export', input),
  };
}

/** Each with its name and its ending. */
const formats = {
  json: ['JSON', 'json'],
  text: ['Text', 'txt'],
  markdown: ['Markdown', 'md'],
  html: ['HTML', 'html'],
} as const satisfies Record<PlanFormat, readonly [name: string, ending: string]>;
