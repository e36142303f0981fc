import { theme as antd, ConfigProvider } from 'antd'
import english from 'antd/locale/en_US.js'
import chinese from 'antd/locale/zh_CN.js'
import type { ComponentProps, ReactNode } from 'react'
import { useTheme } from '../ui/theme.ts'
import { useLanguage } from '../words/say.ts'

const SANS =
  '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif'

/** The tokens of ui/tokens.css again, because Ant Design computes with them and cannot read variables. */
const LIGHT = {
  colorPrimary: '#1f4d78',
  colorLink: '#1f4d78',
  colorTextBase: '#1b222c',
  colorBgBase: '#fffefb',
  colorBgLayout: '#faf8f3',
  colorBorder: '#857f72',
  colorBorderSecondary: '#e0dbcf',
  colorError: '#7a2c4c',
  colorSuccess: '#1e6244',
  colorWarning: '#7a5200',
}

const DARK = {
  colorPrimary: '#9cc4ec',
  colorLink: '#9cc4ec',
  colorTextBase: '#e7ebf1',
  colorBgBase: '#152133',
  colorBgLayout: '#0f1826',
  colorBorder: '#76869c',
  colorBorderSecondary: '#2a3a52',
  colorError: '#e9a6bf',
  colorSuccess: '#86cfa8',
  colorWarning: '#e5c27a',
}

type Locale = NonNullable<ComponentProps<typeof ConfigProvider>['locale']>

/** The locale files are CommonJS: the bundler hands over their default, the types the whole module. */
const localeIn = (file: Locale | { default: Locale }): Locale =>
  'default' in file ? file.default : file

/** Ant Design for the desks, in the look of the house. Import it only from lazily loaded desk pages. */
export function DeskTheme({ children }: { children: ReactNode }) {
  const dark = useTheme() === 'dark'
  const language = useLanguage()
  return (
    <ConfigProvider
      locale={localeIn(language === 'zh' ? chinese : english)}
      theme={{
        algorithm: dark ? [antd.darkAlgorithm, antd.compactAlgorithm] : [antd.compactAlgorithm],
        token: {
          ...(dark ? DARK : LIGHT),
          fontFamily: SANS,
          fontSize: 14,
          lineHeight: 1.6,
          borderRadius: 3,
          controlHeight: 32,
          motionDurationMid: '0.14s',
          motionDurationSlow: '0.16s',
        },
      }}
    >
      {children}
    </ConfigProvider>
  )
}
