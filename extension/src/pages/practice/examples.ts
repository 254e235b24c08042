/** Posts to try, written for this page; every name in them is invented. Some are harmless, and nothing should happen. */

export interface Example {
  readonly name: string;
  readonly text: string;
}

export const EXAMPLES: Record<'fr' | 'en', readonly Example[]> = {
  fr: [
    { name: 'Un coup de gueule', text: 'Troisième appel de la journée… Franchement, nos clients sont des boulets.' },
    { name: 'Une promesse', text: 'Chez Novassur, rendement garanti de 8 % par an. Foncez !' },
    { name: 'Mes coordonnées', text: 'Besoin d’aide pour votre dossier ? Appelez-moi au 06 39 98 12 34 ou écrivez à camille.durand@novassur.example.' },
    { name: 'Entre nous', text: 'Entre nous, le rachat est signé, annonce officielle lundi 🤫' },
    { name: 'Une bonne nouvelle', text: 'Fière de l’équipe Novassur : 120 dossiers réglés cette semaine. Merci à toutes et à tous !' },
    { name: 'Un droit', text: 'Jeudi, nous ferons grève pour nos salaires. Rendez-vous devant le siège de Novassur.' },
  ],
  en: [
    { name: 'A rant', text: 'Third call today… Honestly, our customers are idiots.' },
    { name: 'A promise', text: 'At Novassur you get a guaranteed return of 8% a year. Jump in!' },
    { name: 'My details', text: 'Need help with your claim? Call me on +44 7700 900123 or write to camille.durand@novassur.example.' },
    { name: 'Between us', text: 'Between us, the takeover is signed, official news on Monday 🤫' },
    { name: 'Good news', text: 'Proud of the Novassur team: 120 claims settled this week. Thank you all!' },
    { name: 'A right', text: 'On Thursday we will strike for our pay. Meet us in front of the Novassur head office.' },
  ],
};
