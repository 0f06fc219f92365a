import { describe, expect, it } from 'vitest';
import { inspectResponse } from '../../../../../electron/node/saml/inspect-response';
import { readIdpMetadata } from '../../../../../electron/node/saml/read-metadata';
import { decodeXml, openXml } from '../../../../../electron/node/saml/xml-door';
import { METADATA_LIMITS, RESPONSE_LIMITS } from '../../../../../shared/saml/xml-refusal';
import { sampleIdp, samplePlan, signPlan } from '../../../../fixtures/saml/sample-login';

const refusalOf = (text: string): string => {
  const opened = openXml(text, RESPONSE_LIMITS);
  return opened.ok ? 'opened' : opened.error.kind;
};

describe('the XML door', () => {
  it.each([
    ['a document type', '<!DOCTYPE a><a/>', 'doctype'],
    ['a document type in lower case', '<!doctype a><a/>', 'doctype'],
    ['a document type after a comment', '<!-- --><!DOCTYPE a [<!ENTITY b SYSTEM "http://127.0.0.1/">]><a>&b;</a>', 'doctype'],
    [
      'a thousand laughs',
      `<!DOCTYPE a [<!ENTITY a0 "ha">${Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i + 1} "&a${i};&a${i};">`).join('')}]><a>&a30;</a>`,
      'doctype',
    ],
    ['an entity without a declaration', '<a>&nbsp;</a>', 'entity'],
    ['an entity in an attribute', '<a b="&x;"/>', 'entity'],
    ['a reference to the character NUL', '<a>&#0;</a>', 'entity'],
    ['a reference to a surrogate', '<a>&#xD800;</a>', 'entity'],
    ['a bare ampersand', '<a>b & c</a>', 'entity'],
    ['a processing instruction', '<a><?php echo 1 ?></a>', 'processing-instruction'],
    ['a style sheet', '<?xml-stylesheet href="x"?><a/>', 'processing-instruction'],
    ['too many levels', `${'<a>'.repeat(33)}${'</a>'.repeat(33)}`, 'too-deep'],
    ['too many elements', `<a>${'<b/>'.repeat(5001)}</a>`, 'too-many-elements'],
    ['too many attributes', `<a ${Array.from({ length: 65 }, (_, i) => `b${i}="1"`).join(' ')}/>`, 'too-many-attributes'],
    ['too much text', `<a>${'x'.repeat(RESPONSE_LIMITS.maxLength)}</a>`, 'too-large'],
    ['an attribute twice', '<a ID="1" ID="2"/>', 'malformed'],
    ['two roots', '<a/><a/>', 'malformed'],
    ['text after the root', '<a/>x', 'malformed'],
    ['crossed elements', '<a><b></a></b>', 'malformed'],
    ['an element that is not closed', '<a><b></b>', 'malformed'],
    ['a value without quotes', '<a b=c/>', 'malformed'],
    ['a value with "<"', '<a b="<c>"/>', 'malformed'],
    ['a comment with two dashes', '<a><!-- a -- b --></a>', 'malformed'],
    ['the prefix xmlns declared', '<a xmlns:xmlns="x"/>', 'malformed'],
    ['a control character', '<a>\u0001</a>', 'malformed'],
    ['a lone surrogate', '<a>\uD800</a>', 'malformed'],
    ['XML 1.1', '<?xml version="1.1"?><a/>', 'malformed'],
    ['a declaration of another encoding', '<?xml version="1.0" encoding="UTF-7"?><a/>', 'encoding'],
  ])('refuses %s', (_, text, kind) => {
    expect(refusalOf(text)).toBe(kind);
  });

  it.each([
    ['the five entities', '<a b="&lt;&quot;">&amp;&gt;&apos;&#x20AC;</a>'],
    ['CDATA', '<a><![CDATA[<b>&c;]]></a>'],
    ['an element of the default namespace undone', '<a xmlns="x"><b xmlns=""/></a>'],
    ['32 levels', `${'<a>'.repeat(32)}${'</a>'.repeat(32)}`],
  ])('lets in %s', (_, text) => {
    expect(refusalOf(text)).toBe('opened');
  });

  it('says line and column', () => {
    expect(openXml('<a>\n  <b>\n  </c></a>', RESPONSE_LIMITS)).toMatchObject({
      error: { kind: 'malformed', expected: '</b>', at: { line: 3, column: 3 } },
    });
  });

  it.each([
    ['bytes that are no UTF-8', [0x3c, 0x61, 0xff, 0x2f, 0x3e]],
    ['an overlong "<"', [0xc0, 0xbc, 0x61, 0x2f, 0x3e]],
    ['UTF-16 without a mark', [0x3c, 0, 0x61, 0, 0x2f, 0, 0x3e, 0]],
  ])('refuses %s', (_, bytes) => {
    expect(decodeXml(new Uint8Array(bytes), RESPONSE_LIMITS)).toMatchObject({ ok: false, error: { kind: 'encoding' } });
  });

  it('counts bytes before it decodes', () => {
    expect(decodeXml(new Uint8Array(METADATA_LIMITS.maxLength + 1), METADATA_LIMITS)).toMatchObject({
      ok: false,
      error: { kind: 'too-large' },
    });
  });
});

describe('work is bounded', () => {
  // Each input is as large as the limits let it be; what is not linear does not end before the test's time is up.
  const full = (unit: string, open: string, close: string): string =>
    open + unit.repeat(Math.floor((RESPONSE_LIMITS.maxLength - open.length - close.length) / unit.length)) + close;

  it.each([
    ['open angle brackets', full('<', '', '')],
    ['open comments', full('<!--', '<a>', '')],
    ['ampersands', full('&amp;', '<a>', '</a>')],
    ['bare ampersands', full('&', '<a>', '</a>')],
    ['quotes', full('a="', '<a ', '/>')],
    ['line ends before a fault', full('\n', '<a>', '</b>')],
    ['spaces in a tag', full(' ', '<a', '>')],
    ['start tags', full('<a>', '', '')],
  ])('%s', (_, text) => {
    expect(openXml(text, RESPONSE_LIMITS)).toHaveProperty('ok');
  });

  it('a signed response with as many elements as are let in', async () => {
    const idp = await sampleIdp();
    const plan = samplePlan();
    const many = {
      ...plan,
      login: { ...plan.login, attributes: Array.from({ length: 2_400 }, (_, index) => ({ name: `a${index}`, values: ['x'.repeat(20)] })) },
    };
    const xml = signPlan(idp, many);
    expect(inspectResponse(xml, [idp.current.certificate], plan.expectations).nameId).toBe('ann@acme.example');
  });

  it('metadata of a federation', async () => {
    const one = '<md:EntityDescriptor entityID="x"><md:IDPSSODescriptor/></md:EntityDescriptor>';
    const text = `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">${one.repeat(20_000)}</md:EntitiesDescriptor>`;
    expect(readIdpMetadata(text)).toMatchObject({ ok: true });
  });
});
