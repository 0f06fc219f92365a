import { shell } from 'electron';
import type { workspaceRequests } from '../../../shared/ipc/workspaces';
import type { Services } from '../services';
import type { Handlers } from './handlers';

export const workspaceHandlers = ({
  workspaces,
  openDemo,
}: Pick<Services, 'workspaces' | 'openDemo'>): Handlers<keyof typeof workspaceRequests> => ({
  'workspaces:list': () => workspaces.view(),
  'workspaces:create': ({ name }) => workspaces.create(name),
  'workspaces:demo': () => openDemo(),
  'workspaces:rename': ({ workspaceId, name }) => workspaces.rename(workspaceId, name),
  'workspaces:duplicate': ({ workspaceId, name }) => workspaces.duplicate(workspaceId, name),
  'workspaces:delete': ({ workspaceId }) => workspaces.delete(workspaceId),
  'workspaces:restore': ({ trashId }) => workspaces.restore(trashId),
  'workspaces:delete-for-good': ({ trashId }) => workspaces.deleteForGood(trashId),
  'workspaces:open': ({ workspaceId }) => workspaces.open(workspaceId),
  'workspaces:dismiss-report': ({ reportId }) => workspaces.dismissReport(reportId),
  'workspaces:show-files': ({ reportId }) => {
    const { folder, reports } = workspaces.view();
    const report = reports.find(({ id }) => id === reportId);
    shell.showItemInFolder(report?.setAsideTo ?? report?.file ?? folder);
  },
});
