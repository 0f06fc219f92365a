import type { AssumptionSettings } from './assumptions';
import type { EntityType } from './event';

/** `userName` is compared without case (RFC 7643 section 4.1.1, `caseExact` false). */
export const userKey = (userName: string): string => userName.toLowerCase();

/** Group and entity names: without case unless A10 says otherwise. */
export const nameKey = (settings: AssumptionSettings, name: string): string => (settings.A10 === 'default' ? name.toLowerCase() : name);

/** Entities of two types may share a name. */
export const entityKey = (settings: AssumptionSettings, type: EntityType, name: string): string => `${type}\n${nameKey(settings, name)}`;

/** By UTF-16 code unit, so that the order is the same on every machine and in every locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
