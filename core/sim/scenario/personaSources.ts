/** Where a published figure comes from. `reading`: the figure was read in the work itself, only as others report it, or is remembered. */
export interface PersonaSource {
  cite: string;
  measures: string;
  reading: 'original' | 'reported' | 'remembered';
}

/** What the figures of personas rest on, by a short name. */
export const personaSources = {
  kooti: {
    cite: 'Kooti, Aiello, Grbovic, Lerman and Mantrach, Evolution of Conversations in the Age of Email Overload, WWW 2015',
    measures:
      'Reply times of more than two million users: median 47 minutes, nearly nine in ten within a day',
    reading: 'reported',
  },
  kootiAge: {
    cite: 'The same study, by age',
    measures:
      'Median reply time 16 minutes from 20 to 35 years, 47 minutes from 51, in a group that is faster as a whole',
    reading: 'reported',
  },
  kootiLoad: {
    cite: 'The same study, by load',
    measures:
      'A quarter of mail replied to at low load, less than one in twenty at about a hundred a day; reply time not longer',
    reading: 'reported',
  },
  avocado: {
    cite: 'Yang, Dumais, Bennett and Awadallah, Characterizing and Predicting Enterprise Email Reply Behavior, SIGIR 2017',
    measures:
      'The slow third of replies in a company begins at 245 minutes, the quick third ends at 25 (the latter remembered)',
    reading: 'original',
  },
  dabbish: {
    cite: 'Dabbish, Kraut, Fussell and Kiesler, Understanding Email Use, CHI 2005',
    measures: 'About a third of new messages replied to, by 121 people’s own account; mail of every kind',
    reading: 'original',
  },
  kushlev: {
    cite: 'Kushlev and Dunn, Checking email less frequently reduces stress, Computers in Human Behavior 43, 2015',
    measures: '124 adults told to look into their mail three times a day',
    reading: 'original',
  },
  superoffice: {
    cite: 'SuperOffice, customer service benchmark',
    measures: 'Of 1,000 companies 62 in 100 never answered a mail; the others took 12 hours on average',
    reading: 'reported',
  },
  barabasi: {
    cite: 'Barabási, The origin of bursts and heavy tails in human dynamics, Nature 435, 2005',
    measures: 'Response times with a tail of exponent about 1; later work prefers log-normal forms',
    reading: 'reported',
  },
  pielot: {
    cite: 'Pielot, Large-scale evaluation of call-availability prediction, UbiComp 2014',
    measures: 'About a third of 31,311 mobile calls not picked up',
    reading: 'original',
  },
  hiya: {
    cite: 'Hiya, State of the Phone Call, 2018/19',
    measures: 'Answered: 70 in 100 calls of a saved contact, 52 of all, 24 of an unknown number',
    reading: 'reported',
  },
  expertise: {
    cite: 'Expertise.com, first calls to businesses, 2020/21',
    measures: '25,147 of 41,293 first calls in office hours answered',
    reading: 'reported',
  },
  tawkon: {
    cite: 'Tawkon, ring time, 2013',
    measures: 'A mean of 8.67 seconds until a call is answered; the form is an assumption',
    reading: 'reported',
  },
  jackson: {
    cite: 'Jackson, Dawson and Wilson, Understanding email interaction increases organizational productivity, CACM 46(8), 2003',
    measures:
      'A mean of 1 min 44 s until a notification is reacted to; a minute and a half to read and recover',
    reading: 'reported',
  },
  replyLength: {
    cite: 'Reply length from Kooti et al. 2015 with reading speed from Brysbaert 2019 and typing speed from Dhakal et al. 2018',
    measures:
      'A median reply of 43 words: 11 seconds to read, 50 seconds to type; a lower bound, as thinking is left out',
    reading: 'reported',
  },
  brown: {
    cite: 'Brown, Gans, Mandelbaum, Sakov, Shen, Zeltyn and Zhao, Statistical Analysis of a Telephone Call Center, JASA 100, 2005',
    measures: 'Log-normal service times; mean 188 s and standard deviation 240 s are remembered',
    reading: 'remembered',
  },
} as const satisfies Record<string, PersonaSource>;
export type SourceName = keyof typeof personaSources;
