import { Button } from '@mantine/core';
import { invoke } from '../../bridge';
import { Notice } from '../../components/notice';
import { useNetwork } from './use-network';

/** Says that nothing can be reached, and how to change it. */
export function OfflineNotice() {
  const { network, show } = useNetwork();
  if (network?.offline !== true) return null;
  return (
    <Notice
      tone="info"
      title="Offline"
      actions={
        <Button size="compact-sm" variant="default" onClick={() => void invoke('live:set-offline', { offline: false }).then(show)}>
          Go online
        </Button>
      }
    >
      The switch under “Network” blocks every call. Nothing on this screen can reach anybody until it is off.
    </Notice>
  );
}
