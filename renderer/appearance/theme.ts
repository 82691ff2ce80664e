/**
 * The kit's theme. Colours and sizes are CSS tokens (tokens.css), not theme values: the provider would write those
 * into a `<style>` through `innerHTML`, which the page's Trusted Types policy forbids.
 */
import {
  ActionIcon,
  Button,
  createTheme,
  InputBase,
  type MantineColorSchemeManager,
  Menu,
  TextInput,
  Tooltip,
} from '@mantine/core';
import classes from './kit.module.css';

const field = {
  classNames: {
    label: classes.fieldLabel ?? '',
    description: classes.fieldHint ?? '',
    error: classes.fieldError ?? '',
    input: classes.field ?? '',
  },
  // Names and texts of any script begin where theirs do. The kit gives a `dir` of the field's own to what is around it.
  defaultProps: { attributes: { input: { dir: 'auto' } } },
};

export const theme = createTheme({
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: Button.extend({
      defaultProps: { variant: 'filled' },
      classNames: { root: classes.button ?? '', section: classes.buttonSection ?? '' },
    }),
    ActionIcon: ActionIcon.extend({
      classNames: { root: classes.icon ?? '' },
      defaultProps: { variant: 'subtle', size: 30 },
    }),
    Tooltip: Tooltip.extend({
      classNames: { tooltip: classes.tooltip ?? '' },
      defaultProps: {
        openDelay: 400,
        events: { hover: true, focus: true, touch: true },
        multiline: true,
        // In place, so that it belongs to a landmark; fixed, so that no scrolling ancestor cuts it off.
        withinPortal: false,
        floatingStrategy: 'fixed',
      },
    }),
    Menu: Menu.extend({
      classNames: {
        dropdown: classes.menu ?? '',
        item: classes.menuItem ?? '',
        label: classes.menuLabel ?? '',
        divider: classes.menuDivider ?? '',
      },
      // In place rather than at the page's end: the menu then belongs to the landmark that opened it.
      defaultProps: {
        transitionProps: { duration: 80 },
        withinPortal: false,
        withInitialFocusPlaceholder: false,
        // No higher than there is room for on its side: the rest scrolls.
        middlewares: { size: { padding: 8 } },
      },
    }),
    // By name alone: these are loaded with what shows them, not with the page.
    ModalRoot: { defaultProps: { transitionProps: { duration: 100 } } },
    Textarea: field,
    Checkbox: {
      classNames: { input: classes.check ?? '', icon: classes.checkIcon ?? '', description: classes.checkHint ?? '' },
    },
    InputBase: InputBase.extend(field),
    TextInput: TextInput.extend(field),
  },
});

/** The scheme is always the system's: the main process tells the system which, and nothing is kept in the page. */
export const systemScheme: MantineColorSchemeManager = {
  get: () => 'auto',
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};
