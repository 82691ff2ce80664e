/** What the colours of the map say: one thing at a time, or who is in the spotlight. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { colourWords } from '../../contract/map-colour-words.ts';
import { mapColours } from '../../contract/map-colours.ts';
import type { Colouring } from '../../contract/map-tints.ts';
import { useOrganisation } from './use-organisation.ts';

export function ColourMenu() {
  const isLit = useOrganisation((state) => state.spotlight !== null);
  const mapColour = useOrganisation((state) => state.mapColour);
  const colour: Colouring = isLit ? 'spotlight' : mapColour;
  const showMapColour = useOrganisation((state) => state.showMapColour);
  const aim = useOrganisation((state) => state.aim);
  /** The field that says who is in the spotlight has the focus then. */
  const [isLeft, setIsLeft] = useState(false);
  const choose = (chosen: Colouring) => chosen !== 'spotlight' && showMapColour(chosen);
  const toField = () => {
    setIsLeft(true);
    aim(true);
  };
  return (
    <Menu position="bottom-end" width={240} returnFocus={!isLeft} onOpen={() => setIsLeft(false)}>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
          {`Colour: ${colour === 'spotlight' ? colour : colourWords[colour].toLowerCase()}`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={colour} onChange={(value) => choose(value as Colouring)}>
          {mapColours.map((one) => (
            <Menu.RadioItem key={one} value={one} closeMenuOnClick>
              {colourWords[one]}
            </Menu.RadioItem>
          ))}
          <Menu.RadioItem value="spotlight" closeMenuOnClick onClick={toField}>
            Spotlight on a role, a team or a text…
          </Menu.RadioItem>
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
