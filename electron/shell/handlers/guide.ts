import type { guideRequests } from '../../../shared/ipc/guide';
import { copySecret } from '../copy-secret';
import type { Services } from '../services';
import type { Handlers } from './handlers';

export const guideHandlers = ({ guide }: Pick<Services, 'guide'>): Handlers<keyof typeof guideRequests> => ({
  'guide:view': ({ workspaceId }) => guide.view(workspaceId),
  'guide:go-to-step': ({ workspaceId, step }) => guide.goToStep(workspaceId, step),
  'guide:set-region': ({ workspaceId, region }) => guide.setRegion(workspaceId, region),
  'guide:set-note': ({ workspaceId, step, note }) => guide.setNote(workspaceId, step, note),
  'guide:set-seen': ({ workspaceId, step, checks, seen }) => guide.setSeen(workspaceId, step, checks, seen),
  'guide:set-verdict': ({ workspaceId, step, verdict }) => guide.setVerdict(workspaceId, step, verdict),
  'guide:set-value': ({ workspaceId, value, text }) => guide.setValue(workspaceId, value, text),
  'guide:put-back': ({ workspaceId, values, steps }) => guide.putBack(workspaceId, { values, steps }),
  'guide:set-pasted': ({ workspaceId, value, step, pasted }) => guide.setPasted(workspaceId, value, step, pasted),
  'guide:compare-value': ({ workspaceId, value, step, found }) => guide.compareValue(workspaceId, value, step, found),
  'guide:forget-comparison': ({ workspaceId, value, step }) => guide.forgetComparison(workspaceId, value, step),
  'guide:set-token': ({ workspaceId, text }) => guide.setToken(workspaceId, text),
  'guide:restore-token': ({ workspaceId }) => guide.restoreToken(workspaceId),
  'guide:compare-token': ({ workspaceId, step, found }) => guide.compareToken(workspaceId, step, found),
  'guide:copy-token': async ({ workspaceId }) => {
    const token = guide.token(workspaceId);
    if (token !== null) await copySecret(token);
    return token !== null;
  },
  'guide:burn-test-email': ({ workspaceId }) => guide.burnTestEmail(workspaceId),
  'guide:unburn-test-email': ({ workspaceId, email }) => guide.unburnTestEmail(workspaceId, email),
});
