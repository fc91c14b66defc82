import { IconBoxMultiple, IconLasso, IconPointer } from '@tabler/icons-react';
import type { Tool } from '../map/DrawPad';
import { MapButton } from '../map/MapView';

interface Props {
  readonly tool: Tool;
  onTool(tool: Tool): void;
}

export function MapTools({ tool, onTool }: Props) {
  return (
    <div className="float map-tools">
      <MapButton
        label="Point: click selects, Shift adds  V"
        pressed={tool === 'point'}
        onClick={() => onTool('point')}
      >
        <IconPointer size={17} />
      </MapButton>
      <MapButton
        label="Lasso: draw round units, Shift adds, Alt removes  L"
        pressed={tool === 'lasso'}
        onClick={() => onTool('lasso')}
      >
        <IconLasso size={17} />
      </MapButton>
      <MapButton
        label="Box: drag over units, Shift adds, Alt removes  B"
        pressed={tool === 'box'}
        onClick={() => onTool('box')}
      >
        <IconBoxMultiple size={17} />
      </MapButton>
    </div>
  );
}
