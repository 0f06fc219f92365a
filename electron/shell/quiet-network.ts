import { app } from 'electron';

/** Chromium calls home for updates, dictionaries and field trials; this app calls nobody unless the user clicks. */
export function quietNetwork(): void {
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
  ]) {
    app.commandLine.appendSwitch(name);
  }
  app.commandLine.appendSwitch('disable-features', 'MediaRouter,OptimizationHints,Translate,CertificateTransparencyComponentUpdater');
}
