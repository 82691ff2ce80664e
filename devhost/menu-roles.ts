/** What a menu item of a role is called and contains, as on Linux. Clicking one does nothing here but say so. */
import type { MenuItemConstructorOptions } from 'electron';

type Role = NonNullable<MenuItemConstructorOptions['role']>;
type RoleMenu = { readonly label: string; readonly submenu?: MenuItemConstructorOptions[] };

const separator: MenuItemConstructorOptions = { type: 'separator' };

export const roleMenus: { readonly [R in Role]?: RoleMenu } = {
  about: { label: 'About' },
  close: { label: 'Close' },
  copy: { label: 'Copy' },
  cut: { label: 'Cut' },
  delete: { label: 'Delete' },
  minimize: { label: 'Minimize' },
  paste: { label: 'Paste' },
  quit: { label: 'Quit' },
  redo: { label: 'Redo' },
  reload: { label: 'Reload' },
  resetZoom: { label: 'Actual Size' },
  selectAll: { label: 'Select All' },
  toggleDevTools: { label: 'Toggle Developer Tools' },
  togglefullscreen: { label: 'Toggle Full Screen' },
  undo: { label: 'Undo' },
  zoom: { label: 'Zoom' },
  zoomIn: { label: 'Zoom In' },
  zoomOut: { label: 'Zoom Out' },
  fileMenu: { label: 'File', submenu: [{ role: 'quit' }] },
  editMenu: {
    label: 'Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'delete' },
      separator,
      { role: 'selectAll' },
    ],
  },
  windowMenu: { label: 'Window', submenu: [{ role: 'minimize' }, { role: 'zoom' }, { role: 'close' }] },
};
