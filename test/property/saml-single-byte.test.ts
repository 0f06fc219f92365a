import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inspect, sampleIdp, samplePlan, signPlan } from '../fixtures/saml/sample-login';
import { assertionOf, signatureOf } from '../fixtures/saml/wrap-signature';

it('refuses any single character changed inside signed content', async () => {
  const idp = await sampleIdp();
  const signed = signPlan(idp, samplePlan('sp-initiated', 'Assertion'));
  const assertion = assertionOf(signed);
  const signature = signatureOf(signed);
  const content = assertion.replace(signature, '');
  const start = signed.indexOf(assertion);
  const signatureStart = signed.indexOf(signature);
  const plan = samplePlan('sp-initiated', 'Assertion');
  expect(inspect(signed, [idp.current.certificate], plan).verdict).toBe('accepted');
  fc.assert(
    fc.property(fc.nat(content.length - 1), fc.integer({ min: 0x20, max: 0x7e }), (offset, code) => {
      const position = start + offset < signatureStart ? start + offset : start + offset + signature.length;
      const character = String.fromCharCode(code);
      fc.pre(signed[position] !== character);
      const changed = signed.slice(0, position) + character + signed.slice(position + 1);
      // White space inside a tag is not content: canonical XML writes one space whatever was there, and both quotes alike.
      fc.pre(!(/[\s"']/.test(signed[position] ?? '') && /[\s"']/.test(character)));
      // Exclusive canonical XML leaves out a declaration that nothing uses: under another prefix this one only repeats the Response's.
      const prefix = content.indexOf('xmlns:') + 'xmlns:'.length;
      fc.pre(offset < prefix || offset >= content.indexOf('=', prefix));
      const inspection = inspect(changed, [idp.current.certificate], plan);
      expect(inspection.verdict).toBe('rejected');
      expect(inspection.nameId).toBeNull();
    }),
    // "xmlns:saml" into "xmlns-saml": an attribute that some canonicalisers leave out.
    { numRuns: 400, examples: [[content.indexOf('xmlns:') + 5, '-'.charCodeAt(0)]] },
  );
});

it('refuses any single character changed in the signed information', async () => {
  const idp = await sampleIdp();
  const signed = signPlan(idp, samplePlan());
  const info = /<ds:SignedInfo>[\s\S]*<\/ds:SignedInfo>/.exec(signed);
  if (!info) throw new Error('no SignedInfo');
  fc.assert(
    fc.property(fc.nat(info[0].length - 1), fc.integer({ min: 0x21, max: 0x7e }), (offset, code) => {
      const position = info.index + offset;
      const character = String.fromCharCode(code);
      fc.pre(signed[position] !== character && !/[\s"']/.test(character));
      const changed = signed.slice(0, position) + character + signed.slice(position + 1);
      expect(inspect(changed, [idp.current.certificate]).verdict).toBe('rejected');
    }),
    { numRuns: 300 },
  );
});

it('never throws and never accepts, whatever the text', async () => {
  const idp = await sampleIdp();
  const signed = signPlan(idp, samplePlan());
  const pieces = [
    '<',
    '>',
    '</',
    '/>',
    '"',
    '&',
    '&#0;',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    '\u0000',
    '<saml:Assertion>',
    ' ID="_assertion-1"',
    signed.slice(0, 300),
  ];
  fc.assert(
    fc.property(fc.nat(signed.length), fc.nat(40), fc.constantFrom(...pieces), (position, cut, piece) => {
      fc.pre(piece.length > 0);
      const changed = signed.slice(0, position) + piece + signed.slice(position + cut);
      fc.pre(changed !== signed);
      const { verdict, nameId } = inspect(changed, [idp.current.certificate]);
      // Text added outside the signed assertion may be harmless; the name read is then still the signed one.
      expect(verdict === 'rejected' || nameId === 'ann@acme.example').toBe(true);
    }),
    { numRuns: 400 },
  );
});
