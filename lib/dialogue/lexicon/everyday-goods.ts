import type { Forms } from "./entry.ts";

const goods = `T-shirt=t shirt,tshirt,tee shirt|T恤,t恤衫,T恤衫
shirt=|衬衫,衬衣
pair of jeans=jeans|牛仔裤
pair of shoes=shoes,sneakers,trainers|鞋,鞋子,运动鞋,球鞋
jacket=coat|外套,夹克
smartphone=phone,mobile phone,cell phone,iphone|手机,智能手机
laptop=notebook computer|笔记本电脑
television=tv|电视,电视机
refrigerator=fridge|冰箱
washing machine=|洗衣机
lithium battery=lithium ion battery,lithium ion batteries,battery,batteries,battery pack,car battery|锂电池,电池,动力电池,锂离子电池
electric car=electric vehicle,ev|电动车,电动汽车
bicycle=bike,e bike|自行车,单车
office chair=chair,chairs,office chairs|办公椅,椅子
table=desk|桌子,书桌,餐桌
sofa=couch|沙发
mattress=|床垫
book=books|书,图书
plastic bag=plastic bags,carrier bag|塑料袋
plastic bottle=bottle,water bottle|塑料瓶,瓶子
beef=steak|牛肉
lamb=mutton|羊肉
pork=|猪肉
chicken meat=poultry|鸡肉
milk=cow's milk,dairy milk|牛奶,鲜奶
cheese=|奶酪,芝士
butter=|黄油
eggs=egg|鸡蛋
bread=loaf of bread|面包
coffee=cup of coffee,latte|咖啡
tea=cup of tea|茶
beer=|啤酒
wine=bottle of wine|葡萄酒,红酒
chocolate=|巧克力
tofu=|豆腐
avocado=avocados|牛油果
burger=hamburger,cheeseburger|汉堡
pizza=|披萨
ChatGPT question=chatgpt,chatgpt query,chatgpt prompt,ai query|chatgpt提问
e-mail=email,emails|电子邮件,邮件
web search=google search,internet search|网络搜索
video streaming=streaming,netflix|看视频,视频播放
bitcoin transaction=bitcoin|比特币,比特币交易
wooden house=house|房子,住房
solar panel=|光伏板,太阳能板`;

/** Products of everyday life whose footprint people ask for, although no inventory of them is at hand. */
export const everydayGoods: readonly Forms[] = goods.split("\n").map((line) => {
  const [en = "", rest = ""] = line.split("=");
  const [english = "", chinese = ""] = rest.split("|");
  const [zh = en] = chinese.split(",");
  const forms = [en, ...english.split(","), ...chinese.split(",")].filter((form) => form !== "");
  return { value: { en, zh }, label: { en, zh }, forms: forms.join("|") };
});
