/** What the colours of the map say: one thing at a time. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { colourWords } from '../../contract/map-colour-words.ts';
import { mapColours } from '../../contract/map-colours.ts';
import type { MapColour } from '../../contract/organisation-map.ts';
import { useOrganisation } from './use-organisation.ts';

export function ColourMenu() {
  const colour = useOrganisation((state) => state.mapColour);
  const showMapColour = useOrganisation((state) => state.showMapColour);
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
          {`Colour: ${colourWords[colour].toLowerCase()}`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={colour} onChange={(value) => showMapColour(value as MapColour)}>
          {mapColours.map((one) => (
            <Menu.RadioItem key={one} value={one} closeMenuOnClick>
              {colourWords[one]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
