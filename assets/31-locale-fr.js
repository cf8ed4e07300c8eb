// French for plotly, which reads this list when it starts: month names on time axes, decimals and thousands.
window.PlotlyLocales = [{
  moduleType: 'locale',
  name: 'fr',
  dictionary: {},
  format: {
    days: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
    shortDays: ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'],
    months: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
    shortMonths: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
    date: '%d/%m/%Y',
    decimal: ',',
    thousands: '\u202f',
  },
}];
