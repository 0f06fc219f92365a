import type { Check, CheckCode } from './check';
import type { Inspection } from './inspection';
import type { AssertionView, Read } from './response';

/** `ann@acme.example` → `a…@acme.example`: who it is stays hidden, which domain it is stays useful. */
export function maskPersonal(text: string): string {
  if (text === '') return '';
  const at = text.lastIndexOf('@');
  const first = [...text][0] ?? '';
  return at > 0 ? `${first}…${text.slice(at)}` : `${first}…`;
}

/** Checks whose `found` or `expected` quotes a person. */
const PERSONAL: ReadonlySet<CheckCode> = new Set(['name-id']);

/** A copy without personal data, for a ticket: names and attribute values hidden, everything that explains a failure kept. */
export function maskInspection(inspection: Inspection): Inspection {
  return {
    ...inspection,
    nameId: inspection.nameId === null ? null : maskPersonal(inspection.nameId),
    attributes: Object.fromEntries(Object.entries(inspection.attributes).map(([name, values]) => [name, values.map(maskPersonal)])),
    checks: inspection.checks.map(maskCheck),
    assertion: inspection.assertion && maskAssertion(inspection.assertion),
  };
}

function maskCheck(check: Check): Check {
  return PERSONAL.has(check.code) && check.found.includes('@') ? { ...check, found: maskPersonal(check.found) } : check;
}

function maskAssertion(read: Read<AssertionView>): Read<AssertionView> {
  const { value } = read;
  return {
    covered: read.covered,
    value: {
      ...value,
      nameId: value.nameId && {
        ...value.nameId,
        value: maskPersonal(value.nameId.value),
      },
      attributes: value.attributes.map((attribute) => ({
        ...attribute,
        values: attribute.values.map(maskPersonal),
      })),
    },
  };
}

/** The same for XML as text: what stands in a NameID or an AttributeValue, and e-mail addresses anywhere. Signatures break, on purpose. */
export function maskXml(xml: string): string {
  return xml
    .replace(
      /(<(?:[\w.-]+:)?(?:NameID|AttributeValue)\b[^>]*>)([^<]*)(<\/)/g,
      (_, open: string, value: string, close: string) => `${open}${maskPersonal(value)}${close}`,
    )
    .replace(/[^\s<>"'@=;]{1,64}@[^\s<>"'@;]{1,190}/g, (address) => maskPersonal(address));
}
