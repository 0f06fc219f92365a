import type { StoreReport } from '../../../shared/ipc/workspaces';

/** What a store found wrong with a file; the id and time are added where reports are collected. */
export type StoreTrouble = Omit<StoreReport, 'id' | 'at'>;

export type ReportTrouble = (trouble: StoreTrouble) => void;
