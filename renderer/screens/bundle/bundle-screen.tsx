import { TabbedPage } from '../../components/tabbed-page';
import { MakeTab } from './make-tab';
import { OpenTab } from './open-tab';

const tabs = [
  { id: 'make', label: 'Make one', content: MakeTab },
  { id: 'open', label: 'Open one', content: OpenTab },
] as const;

/** Support bundles: made by an admin who must be sure of what is given away, opened by whoever is asked for help. */
export function BundleScreen() {
  return (
    <TabbedPage
      screen="bundle"
      title="Support bundle"
      lead="One file that says what happened and which plan came of it, without the names of people. Whoever opens it finds the same plan, or sees where it differs."
      tabs={tabs}
    >
      {({ content: Content }) => <Content />}
    </TabbedPage>
  );
}
