import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { rootCertificates } from 'node:tls';
import { checkedLookup, type PrivateNetwork } from './checked-lookup';

export interface Agents {
  readonly httpAgent: HttpAgent;
  readonly httpsAgent: HttpsAgent;
}

export interface AgentOptions {
  readonly privateNetwork: PrivateNetwork;
  /** PEM of certificate authorities trusted besides the public ones. */
  readonly extraCa: readonly string[];
  readonly keepAlive: boolean;
  readonly proxied: boolean;
}

/** Through a proxy the proxy looks the name up, and its own address is private more often than not: then no address is judged here. */
export function makeAgents({ privateNetwork, extraCa, keepAlive, proxied }: AgentOptions): Agents {
  // Node's types want their own callback shape, which is the union of the two that are honoured.
  const shared = { keepAlive, ...(proxied ? {} : { lookup: checkedLookup(privateNetwork) as never }) };
  return {
    httpAgent: new HttpAgent(shared),
    httpsAgent: new HttpsAgent({ ...shared, ...(extraCa.length === 0 ? {} : { ca: [...rootCertificates, ...extraCa] }) }),
  };
}
