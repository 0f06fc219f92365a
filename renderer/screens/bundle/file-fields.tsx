import type { FileFacts } from '../../../shared/ipc/bundle';
import { byteWords } from '../../components/byte-words';
import { CopyButton } from '../../components/copy-button';
import { FieldGrid } from '../../components/field-grid';
import styles from './bundle.module.css';

interface FileFieldsProps {
  /** "Saved as", "File" */
  readonly name: string;
  readonly path: string;
  readonly file: FileFacts;
  /** Further names and values. */
  readonly more?: readonly (readonly [name: string, value: string])[];
}

/** What tells this file from any other: sender and receiver compare the fingerprint. */
export function FileFields({ name, path, file, more = [] }: FileFieldsProps) {
  return (
    <FieldGrid
      fields={[
        [
          name,
          <span key="path" className={styles['withCopy']}>
            {path} <CopyButton text={path} what={name === 'File' ? 'file name' : 'path'} />
          </span>,
        ],
        ['Size', `${byteWords(file.bytes)} (${file.bytes.toLocaleString('en-GB')} bytes)`],
        [
          'Fingerprint (SHA-256)',
          <span key="hash" className={styles['withCopy']}>
            <span className={styles['hash']}>{file.sha256}</span> <CopyButton text={file.sha256} what="fingerprint" />
          </span>,
        ],
        ...more,
      ]}
    />
  );
}
