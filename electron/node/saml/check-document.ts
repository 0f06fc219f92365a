import { type Check, fail, pass, skipped } from '../../../shared/saml/check';
import { NS } from '../../../shared/saml/uris';
import { attribute, child, children, descendants, isNamed, walk } from './dom';
import type { OpenedXml } from './xml-door';

/** The arrangement of the message, before any signature: what must hold so that one reading of it is possible. */
export function checkDocument(opened: OpenedXml): readonly Check[] {
  const root = opened.document.documentElement;
  const safe = pass(
    'xml-safe',
    'XML without DTD, entities or processing instructions, of bounded size',
    `${opened.facts.elements} elements`,
  );
  return [safe, checkRoot(root), checkComments(opened), checkIds(root), ...checkAssertions(root)];
}

function checkRoot(root: Element): Check {
  const expected = 'a samlp:Response of version 2.0';
  const version = attribute(root, 'Version');
  const isResponse = isNamed(root, NS.protocol, 'Response') && version === '2.0';
  return isResponse
    ? pass('response-root', expected, `${root.nodeName} ${version}`)
    : fail('response-root', expected, `<${root.nodeName}> ${version ?? 'without a version'}`);
}

/** Canonical XML drops comments: with one inside a NameID, what was signed and what a careless reader sees differ. */
function checkComments(opened: OpenedXml): Check {
  const { comments } = opened.facts;
  return comments === 0 ? pass('no-comments', 'no comments', 'none') : fail('no-comments', 'no comments', `${comments}`);
}

/** A reference must lead to one element only; whether a reader looks at `ID`, `Id`, `id` or `xml:id` must not matter. */
function checkIds(root: Element): Check {
  const seen = new Set<string>();
  const doubled = new Set<string>();
  for (const element of walk(root)) {
    const own = new Set<string>();
    for (let index = 0; index < element.attributes.length; index += 1) {
      const one = element.attributes.item(index);
      if (one && (one.localName ?? one.name).toLowerCase() === 'id') own.add(one.value);
    }
    for (const id of own) (seen.has(id) ? doubled : seen).add(id);
  }
  const expected = 'every ID once';
  return doubled.size === 0
    ? pass('unique-ids', expected, `${seen.size} IDs`)
    : fail('unique-ids', expected, `${[...doubled].join(', ')} more than once`);
}

function checkAssertions(root: Element): readonly Check[] {
  const encrypted = descendants(root, NS.assertion, 'EncryptedAssertion').length + descendants(root, NS.assertion, 'EncryptedID').length;
  const all = descendants(root, NS.assertion, 'Assertion').length;
  const direct = children(root, NS.assertion, 'Assertion').length;
  const expected = 'one Assertion, directly in the Response';
  const status = child(root, NS.protocol, 'Status');
  const found = all === direct ? `${all}` : `${all}, of them ${all - direct} elsewhere`;
  return [
    encrypted === 0
      ? pass('not-encrypted', 'an assertion that can be read', 'not encrypted')
      : fail(
          'not-encrypted',
          'an assertion that can be read',
          'encrypted for a key that only the service provider has; remove the SP certificate in JumpCloud or capture the response without encryption',
        ),
    all === 1 && direct === 1
      ? pass('one-assertion', expected, '1')
      : encrypted > 0 && all === 0
        ? skipped('one-assertion', expected, 'encrypted')
        : fail('one-assertion', expected, all === 0 && status ? 'none: the identity provider sent a status only' : found),
  ];
}
