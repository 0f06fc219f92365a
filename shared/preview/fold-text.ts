/** A text as people search and file it: "Müller" is found by "muller" and stands beside it. Marks and case go, letters stay. */
export const foldText = (text: string): string => {
  // Most names are plain ASCII, where folding is lower case and nothing else.
  const lower = text.toLowerCase();
  return isAscii(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '');
};

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}
