/** The address, or null where the text is none. `URL.canParse` is newer than the oldest runtime (Node 18.15 in Electron 25). */
export function parseAddress(text: string, base?: string | URL): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
