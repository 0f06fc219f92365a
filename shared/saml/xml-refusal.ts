import { assertNever } from '../result';
import { type OtherFile, otherFileWords } from './other-file';

/** Bounds that hold before a parser sees a document. Real metadata is below 100 kB and a response below 50 kB. */
export interface XmlLimits {
  /** UTF-16 code units of text; bytes are held to the same number before they are decoded. */
  readonly maxLength: number;
  readonly maxDepth: number;
  readonly maxElements: number;
  readonly maxAttributesOfElement: number;
}

export const METADATA_LIMITS: XmlLimits = {
  maxLength: 4 * 1024 * 1024,
  maxDepth: 32,
  maxElements: 50_000,
  maxAttributesOfElement: 64,
};
export const RESPONSE_LIMITS: XmlLimits = {
  maxLength: 512 * 1024,
  maxDepth: 32,
  maxElements: 5_000,
  maxAttributesOfElement: 64,
};

/** Where in a text, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Why a text is not parsed at all. */
export type XmlRefusal =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'too-large';
      readonly length: number;
      readonly max: number;
    }
  | { readonly kind: 'encoding'; readonly found: string }
  | { readonly kind: 'html-page'; readonly title: string | null }
  | { readonly kind: 'other-file'; readonly file: OtherFile }
  | { readonly kind: 'not-xml'; readonly start: string }
  | { readonly kind: 'doctype'; readonly at: Place }
  | { readonly kind: 'entity'; readonly name: string; readonly at: Place }
  | { readonly kind: 'processing-instruction'; readonly at: Place }
  | { readonly kind: 'too-deep'; readonly max: number; readonly at: Place }
  | { readonly kind: 'too-many-elements'; readonly max: number }
  | {
      readonly kind: 'too-many-attributes';
      readonly max: number;
      readonly at: Place;
    }
  | {
      readonly kind: 'malformed';
      readonly expected: string;
      readonly found: string;
      readonly at: Place;
    };

export interface ExplainedRefusal {
  readonly expected: string;
  readonly found: string;
  readonly fix: string;
}

const at = (place: Place): string => `line ${place.line}, column ${place.column}`;

export function explainXmlRefusal(refusal: XmlRefusal): ExplainedRefusal {
  const hostile = 'A genuine SAML document never has this. Do not use the file; get it again from its source.';
  switch (refusal.kind) {
    case 'empty':
      return {
        expected: 'an XML document',
        found: 'nothing',
        fix: 'Choose the file again, or copy the whole text.',
      };
    case 'too-large':
      return {
        expected: `at most ${refusal.max} bytes`,
        found: `${refusal.length} bytes`,
        fix: 'Check that it is the right file; for federation metadata export the one entity you need.',
      };
    case 'encoding':
      return {
        expected: 'UTF-8 text',
        found: refusal.found,
        fix: 'Save the file as UTF-8, or download it again without opening it in an editor.',
      };
    case 'html-page':
      return {
        expected: 'SAML XML',
        found: refusal.title === null ? 'an HTML page' : `an HTML page titled "${refusal.title}"`,
        fix: 'A JumpCloud metadata URL answers with a page when the application is inactive or the link is stale: export the metadata file from the SSO tab instead.',
      };
    case 'other-file':
      return { expected: 'SAML XML', ...otherFileWords[refusal.file] };
    case 'not-xml':
      return {
        expected: 'text that starts with "<"',
        found: `"${refusal.start}"`,
        fix: 'Paste the XML itself, from its first "<" to its last ">".',
      };
    case 'doctype':
      return {
        expected: 'no document type declaration',
        found: `<!DOCTYPE at ${at(refusal.at)}`,
        fix: hostile,
      };
    case 'entity':
      return {
        expected: 'only the five entities of XML itself',
        found: `&${refusal.name}; at ${at(refusal.at)}`,
        fix: hostile,
      };
    case 'processing-instruction':
      return {
        expected: 'no processing instruction',
        found: `<? at ${at(refusal.at)}`,
        fix: hostile,
      };
    case 'too-deep':
      return {
        expected: `at most ${refusal.max} levels of elements`,
        found: `more at ${at(refusal.at)}`,
        fix: hostile,
      };
    case 'too-many-elements':
      return {
        expected: `at most ${refusal.max} elements`,
        found: 'more',
        fix: hostile,
      };
    case 'too-many-attributes':
      return {
        expected: `at most ${refusal.max} attributes on one element`,
        found: `more at ${at(refusal.at)}`,
        fix: hostile,
      };
    case 'malformed':
      return {
        expected: refusal.expected,
        found: `${refusal.found} at ${at(refusal.at)}`,
        fix: 'The text is cut off or was edited. Copy or download it again, whole.',
      };
    default:
      return assertNever(refusal);
  }
}
