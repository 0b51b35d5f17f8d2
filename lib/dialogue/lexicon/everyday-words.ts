/**
 * Those who ask and those for whom, and the occasions for which a figure is wanted. Such words frame a question where somebody speaks
 * (“my pupils ask”); in the question itself they are what emits, and are not understood.
 */
export const everydayWords = {
  /** Those who ask, and those for whom. A clause about them frames a question; within it they may be those who emit. */
  people: {
    en: `pupil pupils kid kids child children daughter son sons daughters mum mom dad mother father parents parent friend friends
      neighbour neighbours neighbor neighbors uncle aunt grandmother grandfather grandma grandpa husband wife partner professor
      professors lecturer tutor supervisor advisor adviser editor editors reporter journalist journalists reader readers audience
      listener listeners viewer viewers manager managers director directors ceo cfo mp mps senator councillor councillors mayor
      committee parliament politician politicians colleagues coworker coworkers team teams clients customer customers investor
      investors auditor auditors engineer engineers consultant consultants analyst analysts nurse nurses doctor doctors librarian
      classmate classmates schoolchildren graduate graduates undergraduate phd postdoc researcher researchers scientist scientists
      staff students teachers lecturers bosses myself ourselves yourself somebody someone anybody anyone everybody everyone nobody
      guy guys folks fellow mate dude buddy assistant expert experts layman citizen citizens voter voters intern trainee
      grandson granddaughter nephew niece cousin roommate flatmate sister brother minister ministers delegate delegation
      delegations council councils secretary officer officers planner planners activist activists ngo freshman sophomore
      lad lass lads auntie granny gran nan nana grandparents godson stepson housemate landlord toddler teen teenager teenagers newcomer rookie novice beginner beginners amateur hobbyist retiree pensioner widow barber taxi-driver priest vicar imam rabbi superior superiors supervisor's head-teacher headmaster headmistress principal dean rector chancellor president-of-my chairman chairwoman chairperson chair-of treasurer clerk civil-servant official-in officials bureaucrat diplomat diplomats ambassador negotiator negotiators lawyer lawyers solicitor barrister judge judges jury notary accountant accountants bookkeeper banker bankers broker economist economists sociologist historian historians statistician statisticians climatologist climatologists meteorologist ecologist biologist chemist physicist geographer philosopher scholar scholars academic academics expert's supporter supporters opponent opponents critic critics sceptic sceptics skeptic skeptics denier deniers lobbyist lobbyists campaigner campaigners advocate advocates ally allies rival rivals competitor competitors counterpart counterparts columnist columnists correspondent blogger bloggers influencer influencers youtuber commentator commentators pundit pundits anchor presenter presenters host hosts guest guests speaker speakers panellist panellists moderator attendee attendees participant participants delegate's volunteer volunteers follower followers subscriber subscribers fan fans shareholder shareholders stakeholder stakeholders sponsor sponsors donor donors funder funders lender lenders tenant's department departments team's unit-head division-head workmate workmates coworker's subordinate recruiter applicant applicants candidate candidates interviewer interviewers interviewee examiner examiners examinee grader graders marker invigilator opponent's twin twins mother-in-law father-in-law brother-in-law sister-in-law in-laws fiancé fiancée fiance fiancee boyfriend girlfriend ex chap chaps bloke blokes gentleman gentlemen lady ladies pal pals peer peers crowd public-audience general-public layperson laypeople lay-reader`,
    zh: `议员|议员们|同学|同学们|小朋友|孩子|孩子们|女儿|儿子|家长|记者|编辑|主编|读者|听众|观众|教授|导师|助教|研究生|本科生|博士|博士生|硕士生|大学生|中学生|高中生|初中生|小学生|领导|客户|老板|同事|朋友|朋友们|家人|爸爸|妈妈|爷爷|奶奶|邻居|经理|总监|董事会|部长|市长|代表团|委员会|投资人|审计师|工程师|顾问|分析师|护士|医生|研究人员|科学家|学者|大家|各位|咱们|咱|本人|自己|别人|有人|他们|他|她|我方|我司同事|评委|面试官|考官|实习生|室友|同行|网友|粉丝|家里人|小伙伴|主管|上司|上级|上头|头儿|组长|队长|班长|班主任|校长|院长|系主任|辅导员|教练|师傅|师兄|师姐|师弟|师妹|学长|学姐|学弟|学妹|学霸|同桌|舍友|闺蜜|哥们|哥们儿|兄弟|姐妹|姐姐|哥哥|弟弟|妹妹|侄子|侄女|外甥|外甥女|外孙|孙子|孙女|阿公|阿嬷|阿妈|阿爸|外公|外婆|姥姥|姥爷|奶奶们|叔叔|阿姨|伯伯|舅舅|姑姑|丈夫|妻子|老公|老婆|爱人|男朋友|女朋友|对象|亲戚|老人|老人家|老头|老太太|老同学|老同事|老乡|房东|司机师傅|甲方|乙方|评审|评审专家|专家|专家们|专家组|院士|教授们|老师们|学员|学员们|考生|选手|辩手|对手|对方|反方|正方|主持人|主播|博主|up主|网红|评论员|记者朋友|通讯员|编导|责编|校对|译者|作者|作者们|科员|处长|局长|主任|书记|秘书|干事|委员|代表|代表们|市民|群众|居民朋友|老百姓|百姓|公众|普通人|外行|内行|新手|小白|新人|股东|董事|董事长|总经理|老总|财务|会计|出纳|审计|律师|法官|银行|券商|研究员|课代表|评委们|部门|科室|处室|班组|团队|小组|课题组里|客人|朋友圈|亲友|有的人|很多人|不少人|人家`,
  },
  /** For what a figure is wanted. */
  occasions: {
    en: `thesis chapter coursework piece study project screen screening portfolio dossier submission filing disclosure prospectus valuation benchmark factbook yearbook briefing briefings brief-note memo memos notebook newsletter blog blogs podcast podcasts post posts tweet tweets thread column
      columns editorial feature infographic chart charts graph graphs plot plots poster posters leaflet brochure spreadsheet
      spreadsheets excel powerpoint ppt deck decks handout handouts worksheet assignment assignments exam exams test tests quiz
      exercise exercises dissertation proposal proposals application applications review reviews talk talks debate debates
      discussion discussions panel-discussion meeting meetings workshop workshops conference webinar training course courses
      module-for lesson lessons curriculum textbook appendix footnote caption headline paragraph sentence minutes agenda dashboard
      factsheet school schools university college classroom classes grade school-project class-project my-project our-project
      project-report group-project science-project interview news magazine radio tv television video videos film documentary
      blogpost draft drafts email mail letter reply note notes slides essays theses articles papers stories chapters books book
      library site-visit town-hall press-release campaign hearing tomorrow tonight deadline urgent urgently asap homeworks
      presentations lectures seminars studies background context-only sanity-check double-check fact-check cross-check reference
      references reporting-year annual-report sustainability-report esg-report csr-report
      desk noon weekend edition bet bets wager wagers pub-quiz pub trivia crossword newsroom op-ed oped fact-sheet one-pager pitch pitches briefing-note white-paper whitepaper working-paper policy-brief policy-paper position-paper term-paper research-paper literature-review capstone fieldwork lab-report lab science-fair fair fairs exhibition exhibitions museum stand-up keynote speech speeches lecture-notes syllabus revision mock-exam finals midterm midterms quizzes flashcard flashcards cheat-sheet cheatsheet cover front-page supplement bulletin bulletins gazette journal journals magazines papers-of-today story-board storyboard script scripts voice-over documentary-script podcast-episode episode episodes season-finale livestream stream webinar-series town-hall-meeting general-assembly assembly summit summits negotiation negotiations consultation consultations inquiry inquiries enquiry enquiries tender tenders bid bids grant grants grant-application funding-application audit audits due-diligence board-meeting board board-paper agm annual-meeting quarterly-report investor-day pitch-deck keynote-slide inbox mailbox feed feeds timeline-post wiki wikipedia forum forums chat chats channel channels group-chat slack whatsapp wechat linkedin facebook-post breakfast lunch dinner tea coffee supper bedtime commute train-ride flight-home holiday-reading birthday anniversary wedding party parties monday tuesday wednesday thursday friday saturday sunday midnight evening-news morning-paper this-evening this-morning this-afternoon inequality fairness justice equity ethics climate-justice climate-change global-warming climate warming-world decoupling greenwash greenwashing sustainability transition energy-transition climate-policy net-zero-debate`,
    zh: `稿子|稿子里|简报|议会|稿件|新闻稿|演讲|演讲稿|汇报|工作汇报|汇报材料|学校|班里|班上|课堂|课堂上|课上|幻灯片|ppt|海报|板报|手抄报|作文|毕业论文|开题报告|期末|考试|试题|题目|练习|练习题|辩论|辩论赛|会议|会上|开会|研讨会|讨论|展示|展板|公众号|推文|文案|科普|视频|节目|采访|访谈|调研|调查|课题|课题组|写作|备课|教材|课本|教案|讲义|新闻|报纸|杂志|专栏|专题|图表|画图|表格|附录|脚注|标题|摘要|方案|材料|素材|背景|背景资料|年报|年度报告|社会责任报告|可持续发展报告|esg报告|投标|答辩|项目申报|申报书|周报|月报|例会|晨会|小组作业|小组讨论|知识竞赛|答题|竞赛|面试|明天|今晚|下午|上午|早上|晚上|晨报|晚报|早报|周刊|月刊|期刊|论坛|论坛上|帖子|发帖|朋友圈|微博|微信|微信群|群里|知乎|小红书|抖音|快手|哔哩哔哩|b站|直播|直播间|播客|脚本|台词|旁白|纪录片|新闻发布会|发布会|通稿|社论|评论|评论员文章|内参|专报|快报|要报|通报|白皮书|蓝皮书|绿皮书|年鉴|手册|指南针|宣讲|宣传册|宣传栏|黑板报|手账|科技节|科学节|科技周|地球日|环境日|世界环境日|班会|团课|党课|家长会|公开课|选修课|必修课|网课|慕课|期中|期末考|月考|高考|中考|考研|复试|笔试|大作业|课程设计|毕业设计|毕设|综述|文献综述|文献|开题|中期检查|结题|基金申请|申请书|标书|投标书|尽调|尽职调查|审计报告|评审会|听证会|座谈会|茶话会|聚会|饭桌上|酒桌上|吃饭时|午饭|晚饭|早餐|周末|周一|周二|周三|周四|周五|周六|周日|下周|本周|这周|明早|今早|待会|待会儿|一会儿|回头|睡前|路上|地铁上|打赌|打个赌|赌|抬杠|较真|争论|争起来|吵起来|讨论会上|会上有人|问卷|展览|博物馆|科普馆|海报上|横幅|标语|气候变化|全球变暖|气候正义|公平|正义|不平等|能源转型|低碳转型|绿色转型|可持续发展|碳中和话题|议题|选题`,
  },
} as const;

type Theme = keyof typeof everydayWords;

/** The forms of some themes. */
export function everydayForms(...themes: readonly Theme[]): string[] {
  return themes.flatMap((theme) => {
    const english = everydayWords[theme].en.trim().split(/\s+/);
    return [...english.map((word) => word.replaceAll("-", " ")), ...everydayWords[theme].zh.split("|")];
  });
}
