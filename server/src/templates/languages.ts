/** Language codes Meta accepts for templates; a template exists in exactly one of them and Meta never falls back. */
export const META_LANGUAGES: ReadonlySet<string> = new Set(
  (
    'af ar ar_AE ar_EG ar_SA az be_BY bg bn bn_IN ca cs da de de_AT de_CH el en en_AE en_AU en_CA en_GB en_IE en_IN en_NZ en_US en_ZA ' +
    'es es_AR es_CL es_CO es_ES es_MX es_PE et fa fi fil fr fr_BE fr_CA fr_CH ga gu ha he hi hr hu id it ja ka kk kn ko ky_KG lo lt lv ' +
    'mk ml mr ms nb nl nl_BE pa pl ps_AF pt_BR pt_PT ro ru rw_RW si_LK sk sl sq sr sv sw ta te th tr uk ur uz vi zh_CN zh_HK zh_TW zu'
  ).split(' '),
)
