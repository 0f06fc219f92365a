import type { virtualRequests } from '../../../shared/ipc/virtual';
import type { VirtualDesk } from '../../node/virtual-jumpcloud/virtual-desk';
import type { Handlers } from './handlers';

export const virtualHandlers = ({ virtual }: { readonly virtual: VirtualDesk }): Handlers<keyof typeof virtualRequests> => ({
  'virtual:view': ({ workspaceId }) => virtual.view(workspaceId),
  'virtual:set': ({ workspaceId, ...parts }) => virtual.set(workspaceId, parts),
  'virtual:script': ({ workspaceId, scriptId }) => virtual.script(workspaceId, scriptId),
  'virtual:save-script': ({ workspaceId, scriptId, text }) => virtual.saveScript(workspaceId, scriptId, text),
  'virtual:restore-script': ({ workspaceId, scriptId }) => virtual.restoreScript(workspaceId, scriptId),
  'virtual:people': ({ workspaceId, ...slice }) => virtual.people(workspaceId, slice),
  'virtual:start': (input) => virtual.start(input),
  'virtual:step': ({ workspaceId }) => virtual.step(workspaceId),
  'virtual:run': ({ workspaceId }) => virtual.runToEnd(workspaceId),
  'virtual:cancel': ({ workspaceId }) => virtual.cancel(workspaceId),
  'virtual:entries': ({ workspaceId, offset, limit }) => virtual.entries(workspaceId, offset, limit),
  'virtual:forget': ({ workspaceId }) => virtual.forget(workspaceId),
});
