import type { Exchange, ExchangeLog } from '../scim/exchange';
import type { Effect } from '../vendor/effect';
import type { GenericEvent, VendorEvent } from '../vendor/event';

/** The mirror is one organisation behind SCIM: here the protocol's records meet the vendor's events and effects. */
export type MirrorEvent = VendorEvent | GenericEvent;
export type MirrorExchange = Exchange<MirrorEvent, Effect>;
export type MirrorLog = ExchangeLog<MirrorEvent, Effect>;
