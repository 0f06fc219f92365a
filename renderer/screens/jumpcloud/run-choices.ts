import type { PersonChoice, ScriptCard, VirtualView } from '../../../shared/ipc/virtual';
import type { ChangeKind, DirectoryChange } from '../../../shared/jumpcloud/virtual/directory';

/** What was filled in above the buttons. */
export interface RunChoices {
  readonly testEmail: string;
  readonly person: PersonChoice | null;
  readonly group: string | null;
  readonly newName: string;
  readonly names: { readonly firstname: string; readonly lastname: string; readonly to: string } | null;
}

export const noChoices: RunChoices = { testEmail: '', person: null, group: null, newName: '', names: null };

/** Groups that the script can be about, in their order. */
export function groupsFor(change: ChangeKind | null, view: VirtualView, person: PersonChoice | null): readonly string[] {
  const bound = view.directory?.bound.map(({ name }) => name) ?? [];
  switch (change) {
    case 'bind':
      return view.directory?.unbound ?? [];
    case 'leave':
      return person === null ? bound : bound.filter((name) => person.groups.includes(name));
    case 'join':
      return person === null ? bound : bound.filter((name) => !person.groups.includes(name));
    default:
      return bound;
  }
}

/** The change as chosen; `incomplete` while something is still to be filled in. */
export function chosenChange(script: ScriptCard, choices: RunChoices): DirectoryChange | null | 'incomplete' {
  const kind = script.change;
  const { person, group } = choices;
  switch (kind) {
    case null:
      return null;
    case 'join':
    case 'leave':
      return person === null || group === null ? 'incomplete' : { kind, email: person.email, group };
    case 'rename-group':
      return group === null || choices.newName.trim() === '' ? 'incomplete' : { kind, group, to: choices.newName };
    case 'change-person': {
      if (person === null) return 'incomplete';
      const names = choices.names ?? { firstname: person.firstname, lastname: person.lastname, to: person.email };
      return names.to.trim() === '' ? 'incomplete' : { kind, email: person.email, ...names };
    }
    case 'suspend':
    case 'resume':
    case 'delete-person':
      return person === null ? 'incomplete' : { kind, email: person.email };
    case 'bind':
    case 'unbind':
    case 'delete-group':
      return group === null ? 'incomplete' : { kind, group };
  }
}
