/**
 * What the figures of this program lean on. `read`: where the figure was read, in the paper or its abstract, or in a text that reports
 * it. Works on method stand for a formula, not for a figure.
 */
export const sources = {
  kooti: {
    cite: 'Kooti, Aiello, Grbovic, Lerman, Mantrach 2015. Evolution of Conversations in the Age of Email Overload. WWW ’15, arXiv:1504.00704',
    read: 'report',
  },
  dabbish: {
    cite: 'Dabbish, Kraut, Fussell, Kiesler 2005. Understanding Email Use: Predicting Action on a Message. CHI ’05',
    read: 'paper',
  },
  jackson: {
    cite: 'Jackson, Dawson, Wilson 2003. Understanding email interaction increases organizational productivity. Communications of the ACM 46(8), 80–84',
    read: 'paper',
  },
  mark2008: {
    cite: 'Mark, Gudith, Klocke 2008. The Cost of Interrupted Work: More Speed and Stress. CHI ’08',
    read: 'paper',
  },
  mark2016: {
    cite: 'Mark, Iqbal, Czerwinski, Johns, Sano, Lutchyn 2016. Email Duration, Batching and Self-interruption. CHI ’16',
    read: 'report',
  },
  gonzalez: { cite: 'González, Mark 2004. Field study of work in offices. CHI ’04', read: 'report' },
  altmann: {
    cite: 'Altmann, Trafton 2004. Laboratory study of the resumption lag. CogSci 2004',
    read: 'paper',
  },
  tawkon: { cite: 'Tawkon 2013. Ring time of mobile calls, the vendor’s own data', read: 'report' },
  hiya: { cite: 'Hiya 2019. State of the Phone Call, the vendor’s own data', read: 'report' },
  pielot: {
    cite: 'Pielot 2014. Large-scale evaluation of call-availability prediction. UbiComp ’14',
    read: 'paper',
  },
  salovaara: {
    cite: 'Salovaara, Lindqvist, Hasu, Häkkilä 2011. Study of failed calls and call-backs. MobileHCI ’11',
    read: 'paper',
  },
  dhakal: {
    cite: 'Dhakal, Feit, Kristensson, Oulasvirta 2018. Observations on Typing from 136 Million Keystrokes. CHI ’18',
    read: 'report',
  },
  brysbaert: {
    cite: 'Brysbaert 2019. How many words do we read per minute? Journal of Memory and Language 109, 104047',
    read: 'paper',
  },
  lisiecka: {
    cite: 'Lisiecka and others 2016. Medium Moderates the Message. PLoS ONE 11(6), e0157827',
    read: 'paper',
  },
  baltes: {
    cite: 'Baltes, Dickson, Sherman, Bauer, LaGanke 2002. Meta-analysis of computer-mediated groups. Organizational Behavior and Human Decision Processes 87, 156–179',
    read: 'paper',
  },
  mcleod: {
    cite: 'McLeod 1992. Meta-analysis of group work with electronic support. Human-Computer Interaction 7, 257–280',
    read: 'paper',
  },
  efron: { cite: 'Efron, Tibshirani 1993. An Introduction to the Bootstrap, section 12.5', read: 'method' },
  hollander: {
    cite: 'Hollander, Wolfe, Chicken 2014. Nonparametric Statistical Methods, section 3.3',
    read: 'method',
  },
  welch: {
    cite: 'Welch 1947. The generalization of “Student’s” problem. Biometrika 34, 28–35',
    read: 'method',
  },
  senn: { cite: 'Senn 2002. Cross-over Trials in Clinical Research, section 3.4', read: 'method' },
  guenther: {
    cite: 'Guenther 1981. Sample size formulas for normal theory t tests. The American Statistician 35, 243–244',
    read: 'method',
  },
  salmon: {
    cite: 'Salmon, Moraes, Dror, Shaw 2011. Parallel random numbers: as easy as 1, 2, 3. SC ’11',
    read: 'method',
  },
} as const satisfies Record<string, { cite: string; read: 'paper' | 'report' | 'method' }>;

export type SourceId = keyof typeof sources;
export const sourceIds = Object.keys(sources) as SourceId[];
