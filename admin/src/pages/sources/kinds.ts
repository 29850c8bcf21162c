import { type Icon, IconHash, IconLink, IconMessageCircle, IconQrcode } from '@tabler/icons-react'
import type { SourceKind } from '../../api/entities.ts'

/** The kinds of sources in the order in which people meet them. */
export const kinds = [
  { kind: 'bubble', icon: IconMessageCircle },
  { kind: 'qr', icon: IconQrcode },
  { kind: 'link', icon: IconLink },
  { kind: 'keyword', icon: IconHash },
] as const satisfies readonly { kind: SourceKind; icon: Icon }[]

export const iconOf = (kind: SourceKind): Icon => kinds.find((each) => each.kind === kind)?.icon ?? IconLink
