import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** The product's own blue-green. Shade 7 carries white text at 5.6:1, so it serves as the filled shade in both schemes. */
const tide: MantineColorsTuple = [
  '#eef7fa',
  '#d8ebf2',
  '#b3d8e5',
  '#86c0d5',
  '#60adc7',
  '#4799b7',
  '#2d83a3',
  '#1f6f8d',
  '#175b75',
  '#0e475d',
];

/** Cool slate for the dark scheme: 7 is the canvas, 6 the cards, 0 the text. */
const dark: MantineColorsTuple = [
  '#dce1e8',
  '#bcc4cf',
  '#a3adba',
  '#7d8896',
  '#4d5765',
  '#3b4450',
  '#262d36',
  '#1a1f26',
  '#14181e',
  '#0e1115',
];

export const theme = createTheme({
  primaryColor: 'tide',
  primaryShade: { light: 7, dark: 7 },
  colors: { tide, dark },
  autoContrast: true,
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  defaultRadius: 'sm',
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Consolas, 'Noto Sans Mono', 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.5' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '3px', sm: '6px', md: '8px', lg: '12px', xl: '20px' },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h4: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  components: {
    Tooltip: {
      defaultProps: { withArrow: true, multiline: true, maw: 340, openDelay: 250, events: { hover: true, focus: true, touch: false } },
    },
    // The page's own area scrolls, never the body. Locking the body's scrolling would style the whole document anew, twice a dialog.
    Modal: {
      // A cross alone has no name for a screen reader (WCAG 4.1.2).
      defaultProps: {
        centered: true,
        lockScroll: false,
        overlayProps: { backgroundOpacity: 0.45 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
      styles: { title: { fontSize: '1rem', fontWeight: 650 } },
    },
    // Its head is a header element, which outside of a landmark would be a second banner of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    Menu: { defaultProps: { shadow: 'md', withinPortal: true } },
    // A link in a text must be told from it by more than its colour (WCAG 1.4.1).
    Anchor: { defaultProps: { inherit: true, underline: 'always' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
  },
});

/** The library's dimmed and placeholder greys fall short of 4.5:1; these pass on the canvas and on cards. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#566170',
    '--mantine-color-placeholder': '#66707d',
    '--mantine-color-text': '#1b2129',
    '--mantine-color-anchor': '#175b75',
    '--mantine-color-error': '#b42318',
  },
  dark: {
    '--mantine-color-dimmed': '#a3adba',
    '--mantine-color-placeholder': '#8f9aa8',
    '--mantine-color-text': '#dce1e8',
    '--mantine-color-anchor': '#86c0d5',
    '--mantine-color-error': '#ff9c8f',
  },
});
