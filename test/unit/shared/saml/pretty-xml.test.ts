import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prettyXml } from '../../../../shared/saml/pretty-xml';

describe('XML made readable', () => {
  it('puts each element on a line, indented by depth, and a leaf with its text on one', () => {
    expect(prettyXml('<a><b x="1>2">text</b><c/><d></d><e><f>g</f></e></a>')).toBe(
      '<a>\n  <b x="1>2">text</b>\n  <c/>\n  <d></d>\n  <e>\n    <f>g</f>\n  </e>\n</a>',
    );
  });
  it('keeps declarations, comments and CDATA as they are, with tags inside them', () => {
    expect(prettyXml('<?xml version="1.0"?><a><!-- <b> --><![CDATA[<c>]]></a>')).toBe(
      '<?xml version="1.0"?>\n<a>\n  <!-- <b> -->\n  <![CDATA[<c>]]>\n</a>',
    );
  });
  it('loses nothing but white space, whatever the text', () => {
    const bare = (text: string) => text.replace(/\s+/g, '');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '/', 'a', '"', ' ', '!', '-', '&', '=', '\n') }), (text) => {
        expect(bare(prettyXml(text))).toBe(bare(text));
      }),
    );
  });
});
