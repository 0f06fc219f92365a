import type { Certificate } from '../../../shared/saml/certificate';
import { daysLeft, formatFingerprint, toPem } from '../../../shared/saml/certificate';
import { CopyButton } from '../../components/copy-button';
import { FieldGrid } from '../../components/field-grid';
import { Tag } from '../../components/tag';
import type { Tone } from '../../components/tone';
import styles from './saml.module.css';

interface CertificateCardProps {
  readonly certificate: Certificate;
  /** "signing", "encryption", "both", or where it comes from. */
  readonly use: string;
  readonly nowMs: number;
}

const day = (iso: string) => iso.slice(0, 10);

const tone = (days: number): Tone => (days < 0 ? 'fail' : days < 60 ? 'warn' : 'pass');
const words = (days: number) => (days < 0 ? `expired ${-days} days ago` : `${days.toLocaleString('en-GB')} days left`);

/** One certificate in full, with its text to copy. */
export function CertificateCard({ certificate, use, nowMs }: CertificateCardProps) {
  const days = daysLeft(certificate, nowMs);
  const fingerprint = formatFingerprint(certificate.sha256);
  return (
    <div className={styles['certificate']}>
      <div className={styles['certificateHead']}>
        <strong>{certificate.subject}</strong>
        <Tag>{use}</Tag>
        <Tag tone={tone(days)}>{words(days)}</Tag>
        <span className={styles['spacer']} />
        <CopyButton text={toPem(certificate)} what="certificate as PEM" wide />
      </div>
      <FieldGrid
        fields={[
          ['Issuer', certificate.issuer],
          ['Valid', `${day(certificate.notBefore)} to ${day(certificate.notAfter)}`],
          ['Key', `${certificate.keyType}${certificate.keyBits === null ? '' : `, ${certificate.keyBits} bits`}`],
          ['Signed with', certificate.signatureAlgorithm],
          [
            'SHA-256',
            <span key="fingerprint" className={styles['inline']}>
              <code className={styles['value']}>{fingerprint}</code>
              <CopyButton text={fingerprint} what="fingerprint" />
            </span>,
          ],
        ]}
      />
    </div>
  );
}
