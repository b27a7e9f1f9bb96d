import { handoverPtBr } from '../../shared/model/handover-words-pt-BR.js';
import type { Words } from '../../shared/model/words.js';
import type { leadNl } from './lead-words-nl.js';

/** What the phone's page says of another team that is proposed, in Brazilian Portuguese. */
export const leadPtBr: Words<keyof typeof leadNl> = {
  ...handoverPtBr,
  'lead.team.in': 'a equipe de {place}',
  'lead.team.national': 'a equipe para todo o país',
  'lead.team.other': 'a outra equipe',
  'lead.proposed': '{name} propõe outra equipe',
  'lead.proposed-someone': 'Sua equipe propõe outra equipe',
  'lead.in': 'Equipe em {place}',
  'lead.national': 'Equipe para todo o país',
  'lead.other': 'Outra equipe',
  'lead.reason.covers': 'trabalha no município de que se trata',
  'lead.reason.near': 'por perto',
  'lead.reason.national': 'para todo mundo, onde quer que você esteja',
  'lead.reason.open': 'estava aberta quando isto foi proposto',
  'lead.reason.waiting-list': 'tem fila de espera',
  'lead.reason.unknown': 'não se sabe se há vaga',
  'lead.reason.not-taking': 'agora não recebe novas perguntas',
  'lead.reason.speaks': 'fala um idioma que você citou',
  'lead.who': 'Quem são?',
  'lead.speaks': 'Idiomas: {languages}.',
  'lead.means': 'Se você disser sim',
  'lead.means.reads': 'A partir daí alguém dessa equipe pode ler e escrever aqui.',
  'lead.means.before': 'O que já está aqui não é lido por ela. Você escolhe o que ainda quer passar.',
  'lead.means.stays':
    'Sua própria equipe fica no começo. Depois a conversa pode passar por inteiro; então mais uma pessoa de lá também lê.',
  'lead.means.back': 'Enquanto não tiver passado, você pode voltar atrás. Então não leem mais nada de novo.',
  'lead.yes': 'Podem entrar',
  'lead.no': 'Prefiro que não',
  'lead.no.hint': 'Prefere que não? Então essa equipe não fica sabendo nada de você, e tudo fica como está.',
  'lead.working': 'Um momento…',

  'lead.consented': 'Falta a resposta: {team}',
  'lead.consented.by': 'Leem a partir de agora. Dizem se podem seguir com você {when}.',
  'lead.consented.text': 'Leem a partir de agora, e ainda vão dizer se podem seguir com você.',
  'lead.accepted': 'Agora há duas equipes aqui',
  'lead.accepted.text':
    'Sua própria equipe e {team} leem ao mesmo tempo. Vocês combinam juntos quando a conversa passa.',
  'lead.choices': 'O que você pode fazer',
  'lead.pass-on': 'Passar algo adiante',
  'lead.take-back': 'Voltar atrás',
  'lead.stay': 'Ficar com sua própria equipe',
  'lead.sure': 'Então {team} sai daqui. O que já foi lido talvez ainda seja lembrado.',
  'lead.sure.yes': 'Sim, pode fazer',
  'lead.sure.no': 'Não, deixe assim',

  'lead.handed-over': 'Sua conversa agora está com {team}',
  'lead.handed-over.text': 'Sua primeira equipe não lê mais nada de novo. O que já está aqui fica aqui.',
  'lead.stays': 'Você fica com sua própria equipe',
  'lead.stays.text': 'A outra equipe não está mais aqui. Sua conversa segue normalmente.',
  'lead.refused': 'Você escolheu: prefiro que não',
  'lead.refused.text':
    'Tudo bem. A outra equipe não ficou sabendo nada de você. Sua conversa segue normalmente.',
  'lead.full': 'Essa equipe não tem vaga agora',
  'lead.full.text':
    'Não é culpa de ninguém. Ela não está mais aqui. Com sua própria equipe você pode continuar procurando.',
  'lead.does-not-fit': 'Essa equipe não pode fazer isto por você',
  'lead.does-not-fit.text':
    'Não é culpa de ninguém: nem toda equipe serve para toda pergunta. Ela não está mais aqui. Com sua própria equipe você pode continuar procurando.',
  'lead.no-answer': 'Essa equipe não respondeu a tempo',
  'lead.no-answer.text':
    'Não tem a ver com você. Ela não está mais aqui. Com sua própria equipe você pode continuar procurando.',
  'lead.withdrawn': 'Esta proposta não vai adiante',
  'lead.withdrawn.text':
    'A outra equipe não está aqui. Sua conversa com sua própria equipe segue normalmente.',
  'lead.close': 'Fechar este aviso',

  'lead.failed.away': 'Ainda não deu: não conseguimos falar com o servidor. Tente de novo daqui a pouco.',
  'lead.failed.nobody': 'Agora não há ninguém disponível nessa equipe. Nada mudou. Tente mais tarde.',
  'lead.failed.not-trusted': 'Não conseguimos verificar se essa equipe é verdadeira. Por isso nada mudou.',
  'lead.failed.gone': 'Essa equipe não participa agora. Nada mudou.',
  'lead.failed.too-long': 'É demais para um cartão. Tire algo.',
  'lead.failed.unknown': 'Não deu certo. Nada mudou. Tente de novo mais tarde.',

  'pass.title': 'O que você quer passar?',
  'pass.lead':
    'A nova equipe não lê nada de antes. O que você escolher aqui vai em um cartão que ela vê. Nada é obrigatório.',
  'pass.others':
    'Quem está agora na sua conversa vê o cartão, também sua primeira equipe se ainda estiver nela.',
  'pass.words': 'Com suas próprias palavras',
  'pass.words.hint': 'Por exemplo, o que você não quer explicar de novo.',
  'pass.messages': 'Da sua conversa',
  'pass.messages.hint': 'Suas próprias mensagens ainda dá para mudar.',
  'pass.earlier': 'Mostrar mensagens anteriores',
  'pass.changed': 'Vai assim',
  'pass.facts': 'O que você contou sobre si',
  'pass.plan': 'Seu plano',
  'pass.plan.whole': 'Meu plano inteiro',
  'pass.plan.hint': 'A nova equipe vê como está agora, e também pode escrever nele.',
  'pass.look': 'Ver o cartão',
  'pass.empty': 'Escolha algo primeiro, ou escreva algo.',
  'pass.too-many': {
    one: 'Em um cartão cabe {count} mensagem. Tire algumas.',
    other: 'Em um cartão cabem {count} mensagens. Tire algumas.',
  },
  'pass.too-long': {
    one: 'É longo demais. Tire {count} caractere.',
    other: 'É longo demais. Tire {count} caracteres.',
  },
  'pass.seen': 'A nova equipe vê assim',
  'pass.seen.text': 'Vai isto, e nada mais.',
  'pass.seen.plan': 'Seu plano, como ela o vê',
  'pass.send': 'Enviar o cartão',
  'pass.change': 'Mudar algo',
  'pass.gone': 'Agora não há ninguém de uma nova equipe a quem passar algo.',
};
