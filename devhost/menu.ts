/** `Menu` and `MenuItem`: kept and clickable by id; no menu is shown anywhere. */
import { EventEmitter } from 'node:events';
import type { MenuItem as ElectronMenuItem, MenuItemConstructorOptions } from 'electron';
import { roleMenus } from './menu-roles.ts';
import { guard, notImplemented } from './not-implemented.ts';

type Template = readonly MenuItemConstructorOptions[];

type MirroredItem =
  | 'accelerator'
  | 'click'
  | 'checked'
  | 'commandId'
  | 'enabled'
  | 'id'
  | 'label'
  | 'role'
  | 'sublabel'
  | 'type'
  | 'visible';

let lastCommand = 0;

class MenuItemFacade implements Pick<ElectronMenuItem, Exclude<MirroredItem, 'role' | 'accelerator' | 'click'>> {
  readonly id: string;
  readonly label: string;
  readonly sublabel: string;
  readonly type: ElectronMenuItem['type'];
  readonly role: MenuItemConstructorOptions['role'];
  readonly accelerator: MenuItemConstructorOptions['accelerator'];
  readonly submenu: MenuFacade | undefined;
  readonly commandId = ++lastCommand;
  readonly click: (...args: unknown[]) => void;
  enabled: boolean;
  visible: boolean;
  checked: boolean;

  constructor(options: MenuItemConstructorOptions) {
    const byRole = options.role === undefined ? undefined : roleMenus[options.role];
    const { submenu = byRole?.submenu, role, label = byRole?.label ?? '' } = options;
    this.id = options.id ?? '';
    this.label = label;
    this.sublabel = options.sublabel ?? '';
    this.type = options.type ?? (submenu === undefined ? 'normal' : 'submenu');
    this.role = role;
    this.accelerator = options.accelerator;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    if (Array.isArray(submenu)) this.submenu = MenuFacade.buildFromTemplate(submenu);
    else if (submenu instanceof MenuFacade) this.submenu = submenu;
    this.click = (...args) => {
      if (!this.enabled || !this.visible) return;
      if (this.type === 'checkbox') this.checked = !this.checked;
      if (role !== undefined) notImplemented(`the menu role ${role}`);
      const { click } = options as { click?: (...given: unknown[]) => void };
      click?.(this, ...args);
    };
  }
}

class MenuFacade extends EventEmitter {
  static #applicationMenu: MenuFacade | null = null;
  readonly items: MenuItemFacade[] = [];

  append(item: MenuItemFacade): void {
    this.items.push(item);
  }
  insert(position: number, item: MenuItemFacade): void {
    this.items.splice(position, 0, item);
  }
  getMenuItemById(id: string): MenuItemFacade | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  static buildFromTemplate(template: Template): MenuFacade {
    const menu = guard(new MenuFacade(), 'Menu');
    for (const options of template) {
      menu.append(options instanceof MenuItemFacade ? options : guard(new MenuItemFacade(options), 'MenuItem'));
    }
    return menu;
  }
  static setApplicationMenu(menu: MenuFacade | null): void {
    MenuFacade.#applicationMenu = menu;
  }
  static getApplicationMenu(): MenuFacade | null {
    return MenuFacade.#applicationMenu;
  }
}

export const Menu = guard(MenuFacade, 'Menu');
export const MenuItem = guard(MenuItemFacade, 'MenuItem');
