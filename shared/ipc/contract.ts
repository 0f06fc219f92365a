import { type AppPushes, appRequests } from './app';
import { type BundlePushes, bundleRequests } from './bundle';
import type { InputOf, OutputOf } from './define';
import { fileRequests } from './file';
import { type GuidePushes, guideRequests } from './guide';
import { type LivePushes, liveRequests } from './live';
import { organisationRequests } from './organisation';
import { type PreviewPushes, previewRequests } from './preview';
import { rosterRequests } from './roster';
import { samlRequests } from './saml';
import { type ServerPushes, serverRequests } from './server';
import { type VirtualPushes, virtualRequests } from './virtual';
import { type WorkspacePushes, workspaceRequests } from './workspaces';

/**
 * The whole contract between the window and the main process. Each topic file holds its channels; a new topic is added here once.
 * Requests are asked by the window and answered by main; pushes are told by main to the window.
 */
export const requests = {
  ...appRequests,
  ...workspaceRequests,
  ...guideRequests,
  ...fileRequests,
  ...rosterRequests,
  ...organisationRequests,
  ...previewRequests,
  ...samlRequests,
  ...liveRequests,
  ...serverRequests,
  ...virtualRequests,
  ...bundleRequests,
};

export type Requests = typeof requests;
export type Channel = keyof Requests;
export type Input<C extends Channel> = InputOf<Requests[C]>;
export type Output<C extends Channel> = OutputOf<Requests[C]>;

/** Topic → payload. Payloads are plain data (structured clone). */
export interface Pushes
  extends AppPushes,
    WorkspacePushes,
    GuidePushes,
    PreviewPushes,
    LivePushes,
    ServerPushes,
    VirtualPushes,
    BundlePushes {}
export type PushTopic = keyof Pushes;
