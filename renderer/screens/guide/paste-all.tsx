import { PasteButton } from '../../components/paste-button';
import { offerPaste } from './offered-paste';

/** Takes a whole panel from the clipboard: the values in it are found by their labels and looks. */
export function PasteAllButton() {
  return <PasteButton what="all values at once" label="Paste all at once" onPaste={offerPaste} />;
}
