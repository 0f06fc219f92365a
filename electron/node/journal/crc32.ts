const table = new Uint32Array(256);
for (let byte = 0; byte < 256; byte += 1) {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  table[byte] = value >>> 0;
}

/** CRC-32 (IEEE 802.3) over UTF-16 code units, high byte after low: SQLite does not see a bit that flips within a page. */
export function crc32(text: string): number {
  let sum = 0xffffffff;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    sum = (sum >>> 8) ^ (table[(sum ^ unit) & 0xff] as number);
    sum = (sum >>> 8) ^ (table[(sum ^ (unit >>> 8)) & 0xff] as number);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
