import { Button, FileButton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import styles from './drop-target.module.css';
import { Notice } from './notice';

export interface DroppedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface DropTargetProps {
  /** "Drop a roster here" */
  readonly label: string;
  /** Which files are meant, and where to get one. */
  readonly hint?: ReactNode;
  /** For the file dialog, e.g. ".csv,.json". Dropped files are judged by their reader, not by their name. */
  readonly accept: string;
  readonly maxBytes: number;
  /** The file, read into memory. */
  readonly onFile?: (file: DroppedFile) => void;
  /** Instead: the file as it lies there, for one that is too large to be read at once. */
  readonly onLargeFile?: (file: File) => void;
}

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`;

/** Takes one file by drag and drop or by dialog. */
export function DropTarget({ label, hint, accept, maxBytes, onFile, onLargeFile }: DropTargetProps) {
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  /** A file that was chosen, mended and chosen again is a choice too: the field must not remember it. */
  const forget = useRef<() => void>(null);

  const take = async (file: File | null | undefined) => {
    setProblem(null);
    if (file === null || file === undefined) return;
    if (file.size > maxBytes) {
      setProblem(`${file.name} has ${megabytes(file.size)}; at most ${megabytes(maxBytes)} can be read here.`);
      return;
    }
    onLargeFile?.(file);
    if (onFile === undefined) return;
    try {
      onFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch (cause) {
      setProblem(
        `${file.name} could not be read: ${cause instanceof Error ? cause.message : String(cause)}. A folder cannot be dropped here.`,
      );
    }
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer.files.length > 1) setProblem('One file at a time, please: the first one was taken.');
    void take(event.dataTransfer.files.item(0));
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button inside is everybody's
    <div
      className={`${styles['target']} ${over ? styles['over'] : ''}`}
      onDragEnter={drag}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileImport size={26} stroke={1.5} aria-hidden="true" />
      <strong>{label}</strong>
      {hint === undefined ? null : <div>{hint}</div>}
      <FileButton
        accept={accept}
        resetRef={forget}
        onChange={(file) => {
          forget.current?.();
          void take(file);
        }}
      >
        {(props) => (
          <Button {...props} variant="default" size="xs">
            Choose a file…
          </Button>
        )}
      </FileButton>
      {problem === null ? null : (
        <Notice tone="warn" role="alert">
          {problem}
        </Notice>
      )}
    </div>
  );
}
