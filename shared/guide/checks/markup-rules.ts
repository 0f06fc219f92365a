import { mechanical, type Rule } from './rule';

/** What chats, wikis and the source of pages put around a value. */

const tags =
  'a|abbr|b|br|button|code|div|em|font|h[1-6]|i|img|input|kbd|label|li|mark|ol|p|pre|s|samp|small|span|strong|table|tbody|td|textarea|th|tr|tt|u|ul';
const tag = new RegExp(String.raw`</?(?:${tags})(?:\s[^<>]*)?/?>`, 'i');
const everyTag = new RegExp(tag, 'gi');
const attribute = /\s(?:value|href|content)\s*=\s*(?:"([^"]*)"|'([^']*)')/i;

/** The text between the tags; where that is a caption or nothing, what the link leads to or the field holds. */
function withoutTags(text: string): string {
  const shown = text.replace(everyTag, ' ').trim();
  const [, double, single] = attribute.exec(text) ?? [];
  const held = (double ?? single ?? '').replace(/^mailto:/i, '');
  return held !== '' && (shown === '' || (/:\/\/|@/.test(held) && !/:\/\/|@/.test(shown))) ? held : shown;
}

const htmlTags = mechanical({
  code: 'html-tags',
  severity: 'error',
  title: 'Tags of a web page around it',
  remedy: 'Keep the text alone.',
  look: (text) => {
    const match = tag.exec(text);
    return match === null || /^\s*<(?:!doctype|html)/i.test(text)
      ? null
      : { expected: 'the value alone', found: 'HTML tags', at: { index: match.index, length: match[0].length } };
  },
  repair: withoutTags,
});

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  '#160': ' ',
  '#xa0': ' ',
  amp: '&',
  '#38': '&',
  '#x26': '&',
  quot: '"',
  '#34': '"',
  lt: '<',
  gt: '>',
  '#39': "'",
  '#47': '/',
  '#x2f': '/',
  sol: '/',
  apos: "'",
};
const entity = /&(nbsp|#160|#xa0|amp|#38|#x26|quot|#34|lt|gt|#39|apos|#47|#x2f|sol);/i;
const htmlEntities = mechanical({
  code: 'html-entities',
  severity: 'error',
  title: 'Characters written as HTML entities',
  remedy: 'Write the characters themselves.',
  look: (text) => {
    const match = entity.exec(text);
    const plain = match === null ? '' : (entities[(match[1] ?? '').toLowerCase()] ?? '');
    return match === null
      ? null
      : { expected: plain === ' ' ? 'a space or nothing' : plain, found: match[0], at: { index: match.index, length: match[0].length } };
  },
  repair: (text) => text.replace(new RegExp(entity, 'gi'), (all, name: string) => entities[name.toLowerCase()] ?? all).trim(),
});

/** `<https://…|here>`: as Slack writes links. */
const slack = /^<([^<>|\s]+)\|[^<>]*>$/;
const slackLink = mechanical({
  code: 'chat-link',
  severity: 'error',
  title: 'A link as a chat writes it',
  remedy: 'Keep the address alone.',
  look: (text) => (slack.test(text) ? { expected: 'the value alone', found: 'a link with its caption' } : null),
  repair: (text) => slack.exec(text)?.[1] ?? text,
});

const fence = /^(`{3,}|~{3,})[\w-]*[^\S\r\n]*\r?\n?([\s\S]*?)\r?\n?\1$/;
const codeFence = mechanical({
  code: 'code-fence',
  severity: 'error',
  title: 'Marks of a code block around it',
  remedy: 'Take them away.',
  look: (text) => (fence.test(text.trim()) ? { expected: 'the value alone', found: 'the fence of a code block' } : null),
  repair: (text) => (fence.exec(text.trim())?.[2] ?? text).trim(),
});

const around = /^(\*{1,3}|~~|__)(?=[^\s*~_])([\s\S]*[^\s*~_])\1$/;
const emphasis = mechanical({
  code: 'emphasis',
  severity: 'error',
  title: 'Marks for bold or struck text around it',
  remedy: 'Take them away.',
  look: (text) => {
    const match = around.exec(text);
    return match === null
      ? null
      : { expected: 'the value alone', found: `${match[1]} … ${match[1]}`, at: { index: 0, length: (match[1] ?? '').length } };
  },
  repair: (text) => text.replace(around, '$2'),
});

const oneLine = /^_(?=[^_\s])([^\s]*[^_\s])_$/;
/** `_x_`: not for tokens and names, in which it may be meant. */
const italics = mechanical({
  code: 'emphasis',
  severity: 'error',
  title: 'Marks for italic text around it',
  remedy: 'Take them away.',
  look: (text) => (oneLine.test(text) ? { expected: 'the value alone', found: '_ … _', at: { index: 0, length: 1 } } : null),
  repair: (text) => text.replace(oneLine, '$1'),
});

const item = /^\s*(?:[-*•‣◦·>]|#{1,6})[^\S\r\n]+(?=\S)/;
const bullet = mechanical({
  code: 'bullet',
  severity: 'error',
  title: 'The sign of a list, quotation or heading before it',
  remedy: 'Take it away.',
  look: (text) => {
    const match = item.exec(text);
    return match === null
      ? null
      : { expected: 'the value alone', found: `${match[0].trim()} before it`, at: { index: 0, length: match[0].length } };
  },
  repair: (text) => text.replace(item, ''),
});

const number = /^\s*\d{1,2}[.)][^\S\r\n]+(?=\S)/;
const listNumber = mechanical({
  code: 'list-number',
  severity: 'error',
  title: 'The number of a list before it',
  remedy: 'Take it away.',
  look: (text) => {
    const match = number.exec(text);
    return match === null
      ? null
      : { expected: 'the value alone', found: `${match[0].trim()} before it`, at: { index: 0, length: match[0].length } };
  },
  repair: (text) => text.replace(number, ''),
});

const escaped = /\\(?=[_*.\-+!#()[\]{}~`|@])/;
const escapes = mechanical({
  code: 'escapes',
  severity: 'error',
  title: 'Backslashes before signs, as Markdown writes them',
  remedy: 'Take them out.',
  look: (text) => {
    const match = escaped.exec(text);
    return match === null
      ? null
      : { expected: 'the sign alone', found: text.slice(match.index, match.index + 2), at: { index: match.index, length: 1 } };
  },
  repair: (text) => text.replace(new RegExp(escaped, 'g'), ''),
});

/** What the page's button beside the value says, selected along with it. */
const buttonWords = /(?:copy|copied!?|copied to clipboard!?|copy to clipboard|show|hide)$/i;

/** The text before the button's words, when white space of this kind parts the two. */
function beforeButton(text: string, parting: RegExp): string | null {
  const end = text.trimEnd();
  const words = buttonWords.exec(end);
  const before = words === null ? '' : end.slice(0, words.index);
  const value = before.trimEnd();
  return value !== '' && parting.test(before.slice(value.length)) ? value : null;
}

const copyButton = (parting: RegExp) =>
  mechanical({
    code: 'copy-button',
    severity: 'error',
    title: 'The words of a button behind it',
    remedy: 'Take them away.',
    look: (text) => {
      const value = beforeButton(text, parting);
      return value === null
        ? null
        : {
            expected: 'the value alone',
            found: `“${text.slice(value.length).trim()}” behind it`,
            at: { index: value.length, length: text.length - value.length },
          };
    },
    repair: (text) => beforeButton(text, parting) ?? text,
  });

/** For names that people read: they may end in such a word. */
export const nameMarkup: readonly Rule[] = [codeFence, htmlTags, htmlEntities, emphasis, bullet, copyButton(/[\r\n]/)];
/** For tokens: an underscore at both ends may be its own. */
export const tokenMarkup: readonly Rule[] = [codeFence, htmlTags, htmlEntities, slackLink, emphasis, bullet, listNumber, copyButton(/\s/)];
/** For everything else. */
export const wordMarkup: readonly Rule[] = [...tokenMarkup, italics, escapes];
