import { Input, PinInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface PinFieldProps {
  value: string
  onChange: (value: string) => void
  error: string | undefined
  label?: string
}

/** Six digits of a number's two-step verification. */
export function PinField({ value, onChange, error, label }: PinFieldProps) {
  const { t } = useTranslation('settings')
  return (
    <Input.Wrapper label={label} error={error} errorProps={{ role: 'alert' }} labelElement="div">
      <PinInput
        length={6}
        type="number"
        mask
        value={value}
        onChange={onChange}
        error={error !== undefined}
        getInputProps={(index) => ({ 'aria-label': t('channelParts.digit', { number: index + 1 }) })}
      />
    </Input.Wrapper>
  )
}
