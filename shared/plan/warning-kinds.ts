/** What a warning is about, and how much it matters. `stop`: do not go live before this is settled. */
export type WarningSeverity = 'stop' | 'danger' | 'caution' | 'notice';

export interface WarningKind {
  readonly severity: WarningSeverity;
  readonly title: string;
  /** What to do about it. */
  readonly advice: string;
}

/** In the order in which they are told: worst first. */
export const warningKinds = {
  'last-admin-lost': {
    severity: 'stop',
    title: 'Nobody would be Admin any more',
    advice: 'Keep one active Admin whom no pushed group and no deactivation reaches, before anything is switched on.',
  },
  'loses-admin': {
    severity: 'danger',
    title: 'Loses Admin',
    advice: 'Check that this is meant; a role of a pushed group stands above the person’s own role.',
  },
  'gains-admin': {
    severity: 'danger',
    title: 'Gains Admin',
    advice: 'Check each name: an Admin can change billing, people and security settings.',
  },
  deactivated: {
    severity: 'danger',
    title: 'Is deactivated',
    advice: 'Check that the person has left, or bind a group that holds them (J12).',
  },
  'sub-organisation-moved': {
    severity: 'danger',
    title: 'Moves to another sub-organisation',
    advice: 'The person leaves the pool of the place they are in: teams and the concurrency group there no longer count.',
  },
  'entity-renamed': {
    severity: 'caution',
    title: 'An existing place is renamed',
    advice: 'Rename the group in JumpCloud to what the place is called, or map the group to a new one (I4).',
  },
  'entity-taken-over': {
    severity: 'caution',
    title: 'An existing place is taken over by a group',
    advice: 'From now on the group decides who is in it and, but for a sub-organisation, what it is called (I4).',
  },
  'order-decides': {
    severity: 'caution',
    title: 'The order of the pushes decides who lands where',
    advice: 'Push the group that shall win first, take the people out of one of the two groups, or merge the groups.',
  },
  'rule-never-fires': {
    severity: 'caution',
    title: 'A rule that never fires',
    advice: 'Give the more specific rule the higher priority, or remove it.',
  },
  'near-twins': {
    severity: 'caution',
    title: 'Group names that are easily mixed up',
    advice: 'Rename one of them in JumpCloud, or merge them.',
  },
  'role-not-sendable': {
    severity: 'caution',
    title: 'A role that JumpCloud cannot send',
    advice: 'JumpCloud sends no extension attributes (J7): set these roles by hand at the vendor, or expect them to stay away (I7).',
  },
  'admin-rests-on-own-role': {
    severity: 'caution',
    title: 'Stays Admin only if the own role is kept',
    advice: 'Ask support which answer to A2 is true; with the other, these Admins are demoted at the first push (I7).',
  },
  'rules-overlap': {
    severity: 'notice',
    title: 'Two rules match the same groups',
    advice: 'Nothing, if that is meant. Else make the patterns differ, and give each rule a priority of its own.',
  },
  'name-kept': {
    severity: 'notice',
    title: 'A place keeps its old name',
    advice: 'Another place has the new name already: rename one of the two (A4).',
  },
  'manual-mapping-stays': {
    severity: 'notice',
    title: 'A mapping made by hand stays, though a rule matches the new name',
    advice: 'Ask support which answer to A1 is true; with the other, the mapping goes back to Pending.',
  },
  'stays-inactive': {
    severity: 'notice',
    title: 'Stays deactivated',
    advice: 'They were pushed without saying that they are active; send active true if they shall be (A19).',
  },
  'unknown-members-ignored': {
    severity: 'notice',
    title: 'Members that do not exist are left out',
    advice: 'Push these people before the group (A8).',
  },
  'attribute-ignored': {
    severity: 'notice',
    title: 'A LambdatestGroup that does not exist is ignored',
    advice: 'Create the concurrency group, or correct its name (A17).',
  },
  'name-ignored': {
    severity: 'notice',
    title: 'A new name of a person is ignored',
    advice: 'Names change in the vendor’s Account Settings only.',
  },
  'empty-group': {
    severity: 'notice',
    title: 'A group that holds nobody',
    advice: 'JumpCloud does not create it, so no rule will ever fire for it (J11, I5).',
  },
} as const satisfies Readonly<Record<string, WarningKind>>;

export type WarningCode = keyof typeof warningKinds;

export const warningCodes = Object.keys(warningKinds) as readonly WarningCode[];
